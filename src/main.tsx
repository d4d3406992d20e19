import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
// First of our own: it brings the style sheet that says in which order the layers lie.
import { startApp } from './app/start-app.ts';
import { startLanguage } from './app/start-language.ts';
import { openAddressed } from './app/open-addressed.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root) {
  const parts = startApp();
  void startLanguage(parts.session, parts.notices)
    .then(() => openAddressed(parts))
    .then(() => createRoot(root).render(createElement(App, parts)));
}
