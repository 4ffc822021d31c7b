import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = new URL('../renderer/', import.meta.url).pathname;

/** The screens, for every host: relative addresses, nothing inline, so that the strictest content policy holds. */
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  // A font or image inside a style sheet as data: would need a wider policy.
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
});
