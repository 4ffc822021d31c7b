/** Imported before everything that makes a schema: zod otherwise tries `new Function`, which the policy forbids and reports. */
import { z } from 'zod';

z.config({ jitless: true });
