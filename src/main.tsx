import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { startApp } from './app/start-app.ts';
import { startLanguage } from './app/start-language.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root) {
  const parts = startApp();
  void startLanguage(parts.session, parts.notices).then(() =>
    createRoot(root).render(createElement(App, parts)),
  );
}
