import type { Command } from '../common/command-line/command';
import { align } from './commands/align';
import { burn } from './commands/burn';
import { check } from './commands/check';
import { clip } from './commands/clip';
import { convert } from './commands/convert';
import { diff } from './commands/diff';
import { exportCommand } from './commands/export';
import { jobsCommand } from './commands/jobs';
import { inspect } from './commands/inspect';
import { merge } from './commands/merge';
import { packet } from './commands/packet';
import { mux } from './commands/mux';
import { retime } from './commands/retime';
import { sample } from './commands/sample';
import { scan } from './commands/scan';
import { translate } from './commands/translate';

export const commands: readonly Command[] = [
  align,
  burn,
  check,
  clip,
  convert,
  diff,
  exportCommand,
  inspect,
  jobsCommand,
  merge,
  packet,
  mux,
  retime,
  sample,
  scan,
  translate,
];
