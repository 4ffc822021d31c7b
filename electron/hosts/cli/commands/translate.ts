import { ALLOW_NAMES_OPTION } from '../../common/command-line/allow-names';
import type { Command } from '../../common/command-line/command';
import { formatMessage } from '../../../../shared/messages/index';
import { usageLine } from '../../common/command-line/arguments';
import { FORCE_OPTION } from '../../common/command-line/paths';
import { UsageError } from '../../common/command-line/usage-error';
import { addLanguage } from './translate/add';
import { exportFile } from './translate/export';
import { placeFile } from './translate/place';
import { runMachine } from './translate/run';
import { useProgram } from './translate/use';

/** What can be done with translations, by the word after `translate`. */
const ACTIONS: Readonly<Record<string, Command['run']>> = {
  add: addLanguage,
  export: exportFile,
  place: placeFile,
  run: runMachine,
  use: useProgram,
};

export const translate: Command = {
  name: 'translate',
  operands: 'add|place|run|export PROJECT [FILE] | use [-- PROGRAM …]',
  help: 'cli.translate.help',
  arity: [1, 100],
  options: {
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'cli.option.output' },
    ...FORCE_OPTION,
    lang: { type: 'string', value: 'TAG', help: 'cli.option.targetLang' },
    replace: { type: 'string', value: 'drafts|all', help: 'cli.option.replace' },
    off: { type: 'boolean', help: 'cli.option.translate.off' },
    ...ALLOW_NAMES_OPTION,
  },
  run(context) {
    const action = ACTIONS[context.positionals[0] ?? ''];
    const isWrong = !action || (context.positionals[0] !== 'use' && context.positionals.length > 3);
    if (isWrong) throw new UsageError(formatMessage('cli.usage', { usage: usageLine(translate) }));
    return action(context);
  },
};
