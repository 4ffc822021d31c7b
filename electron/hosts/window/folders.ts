import { join } from 'node:path';

/** The built app: `dist/`, one above this bundle. */
export const DIST = join(import.meta.dirname, '..');
