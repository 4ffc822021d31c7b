/**
 * The unit tests of one worker share its process, so that packages are loaded once; our own modules, whose stores hold state, are
 * evaluated anew for each file.
 */
import { vi } from 'vitest';

vi.resetModules();
