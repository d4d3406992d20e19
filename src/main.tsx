import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { startApp } from './app/start-app.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(createElement(App, startApp()));
