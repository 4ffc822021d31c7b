/** The web host as a program: `outspoken serve`. */
import { runCommand } from '../common/command-line/run';
import { serve } from './serve';

process.exitCode = await runCommand(serve, process.argv.slice(3), () =>
  Promise.reject(new Error('serve composes its own services')),
);
