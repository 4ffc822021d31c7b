#!/usr/bin/env node
/** `npx outspoken …`: starts the built command line. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '..', 'dist', 'node', 'cli.js');
if (existsSync(cli)) await import(cli);
else {
  console.error('outspoken: not built yet. Type: npm ci && npm run build');
  process.exitCode = 2;
}
