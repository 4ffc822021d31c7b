#!/usr/bin/env node
/** `npx outspoken …`: starts the built command line, or the web host for `serve`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = process.argv[2] === 'serve' ? 'serve.js' : 'cli.js';
const path = join(import.meta.dirname, '..', 'dist', 'node', program);
if (existsSync(path)) await import(path);
else {
  console.error('outspoken: not built yet. Type: npm ci && npm run build');
  process.exitCode = 2;
}
