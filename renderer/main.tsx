import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
// Styles apply in the order they are imported: what every view builds on comes before the views.
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/app';
// And what wins over all of them behind them.
import './styles/forced-colors.css';

// zod otherwise tries to compile its schemas with `new Function`, which the content policy forbids and reports.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
