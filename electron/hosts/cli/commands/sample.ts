import { join, resolve } from 'node:path';
import { formatMessage } from '../../../../shared/messages/index';
import { makeSample } from '../../../services/sample/sample';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { clientOf } from '../client';
import { ffmpegPath } from '../tools';

export const sample: Command = {
  name: 'sample',
  operands: '[FOLDER]',
  help: 'cli.sample.help',
  arity: [0, 1],
  options: {},
  async run({ open, output, signal, positionals, workingFolder }) {
    const folder =
      positionals[0] === undefined ? join(workingFolder, 'sample') : resolve(workingFolder, positionals[0]);
    const { tools } = await clientOf(await open()).call('app.info', {});
    let last = -1;
    const made = await makeSample({
      folder,
      ffmpegPath: ffmpegPath(tools),
      signal,
      onProgress(fraction) {
        const tenth = Math.floor(fraction * 10);
        if (tenth > last) output.note(`sample ${tenth * 10} %`);
        last = Math.max(last, tenth);
      },
    });
    output.line(formatMessage('cli.sample.done', { folder }));
    output.object({ ...made });
    return EXIT.done;
  },
};
