import type { Command } from '../../common/command-line/command';
import { formatMessage } from '../../../../shared/messages/index';
import { usageLine } from '../../common/command-line/arguments';
import { UsageError } from '../../common/command-line/usage-error';
import { addLanguage } from './translate/add';
import { placeFile } from './translate/place';

/** What can be done with translations, by the word after `translate`. */
const ACTIONS: Readonly<Record<string, Command['run']>> = {
  add: addLanguage,
  place: placeFile,
};

export const translate: Command = {
  name: 'translate',
  operands: 'add|place PROJECT [FILE]',
  help: 'cli.translate.help',
  arity: [2, 3],
  options: {
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    lang: { type: 'string', value: 'TAG', help: 'cli.option.targetLang' },
  },
  run(context) {
    const action = ACTIONS[context.positionals[0] ?? ''];
    if (!action) throw new UsageError(formatMessage('cli.usage', { usage: usageLine(translate) }));
    return action(context);
  },
};
