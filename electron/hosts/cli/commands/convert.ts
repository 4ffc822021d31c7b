import { basename } from 'node:path';
import { SUBTITLE_ENDINGS } from '../../../../shared/formats/endings';
import { formatMessage } from '../../../../shared/messages/index';
import { convertSubtitles } from '../../../services/convert/convert';
import { WRITES_ALONE_OPTIONS, writesAloneOptions } from '../../common/command-line/allow-names';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import {
  FORCE_OPTION,
  LANGUAGE_OPTION,
  languageOption,
  pathOperand,
  targetOption,
} from '../../common/command-line/paths';
import { TEXT_OUTPUT_OPTIONS, textOutputOption } from '../../common/command-line/text-output';
import { VERSION } from '../../common/version';
import { UsageError } from '../../common/command-line/usage-error';
import { usageLine } from '../../common/command-line/arguments';

export const convert: Command = {
  name: 'convert',
  operands: 'IN',
  help: 'cli.convert.help',
  arity: [1, 1],
  options: {
    output: { type: 'string', short: 'o', value: 'OUT', help: 'cli.option.output' },
    ...LANGUAGE_OPTION,
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    ...TEXT_OUTPUT_OPTIONS,
    ...WRITES_ALONE_OPTIONS,
    ...FORCE_OPTION,
  },
  async run(context) {
    const { output, text } = context;
    const target = targetOption(context, 'output', Object.values(SUBTITLE_ENDINGS).flat());
    if (target === null)
      throw new UsageError(
        formatMessage('cli.missingOption', { option: 'output', usage: usageLine(convert) }),
      );
    const source = pathOperand(context, 0);
    const result = await convertSubtitles({
      source,
      target,
      encoding: text('encoding') ?? null,
      language: languageOption(context),
      output: textOutputOption(context),
      version: VERSION,
      ...writesAloneOptions(context),
    });
    for (const { line, message } of result.issues) output.line(formatMessage('cli.issue', { line, message }));
    output.line(formatMessage('cli.written', { file: basename(target) }));
    output.object({ file: target, cues: result.cues, encoding: result.encoding, issues: result.issues });
    return EXIT.done;
  },
};
