// The same article in React without any tools: what a page costs that only shows it.
import { createRoot } from 'react-dom/client';
import { findArticle, readFile } from './read-file.ts';

const { text, blocks } = await readFile();
createRoot(findArticle()).render(
  blocks.map(({ start, end }) => (
    <p key={start} className="block">
      {text.slice(start, end)}
    </p>
  )),
);
