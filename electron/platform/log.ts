import { pino, type Logger } from 'pino';

/**
 * The log: JSON lines on stderr, warnings and worse unless `OUTSPOKEN_LOG` names another level.
 * Stays on the machine like everything else, and never holds transcript or subtitle text: names in it can endanger people.
 */
export function createLog(level: string | undefined): Logger {
  return pino({ level: level ?? 'warn', base: null }, pino.destination({ fd: 2, sync: true }));
}
export type { Logger };
