import type { MessageKey } from '../../../../shared/messages/index';

/** Every word after `outspoken`, in the order of the work, for the general help. */
export const OVERVIEW: readonly {
  readonly name: string;
  readonly operands: string;
  readonly help: MessageKey;
}[] = [
  { name: 'align', operands: 'VIDEO TRANSCRIPT', help: 'cli.align.help' },
  { name: 'burn', operands: 'PROJECT', help: 'cli.burn.help' },
  { name: 'check', operands: 'PROJECT|SUBTITLE', help: 'cli.check.help' },
  { name: 'clip', operands: 'PROJECT', help: 'cli.clip.help' },
  { name: 'convert', operands: 'IN', help: 'cli.convert.help' },
  { name: 'diff', operands: 'BEFORE [AFTER]', help: 'cli.diff.help' },
  { name: 'export', operands: 'PROJECT…', help: 'cli.export.help' },
  { name: 'inspect', operands: 'FILE', help: 'cli.inspect.help' },
  { name: 'jobs', operands: 'PROJECT…', help: 'cli.jobs.help' },
  { name: 'merge', operands: 'PROJECT REVIEW…', help: 'cli.merge.help' },
  { name: 'packet', operands: 'PROJECT', help: 'cli.packet.help' },
  { name: 'mux', operands: 'PROJECT', help: 'cli.mux.help' },
  { name: 'retime', operands: 'SUBTITLE', help: 'cli.retime.help' },
  { name: 'sample', operands: '[FOLDER]', help: 'cli.sample.help' },
  { name: 'scan', operands: 'FILE…', help: 'cli.scan.help' },
  { name: 'serve', operands: '[PROJECT]', help: 'cli.serve.help' },
  { name: 'translate', operands: 'add|place|run|export PROJECT [FILE]', help: 'cli.translate.help' },
];
