import { WRITES_ALONE_OPTIONS } from '../../common/command-line/allow-names';
import { usageLine } from '../../common/command-line/arguments';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { chosenTracks, makeVideo } from '../make-video';
import { VIDEO_OPTIONS, videoOutput, videoTarget } from '../video-options';

/** All languages as tracks a player can switch on. */
export const mux: Command = {
  name: 'mux',
  operands: 'PROJECT',
  help: 'cli.mux.help',
  arity: [1, 1],
  options: {
    ...VIDEO_OPTIONS,
    styled: { type: 'boolean', help: 'cli.option.styled' },
    track: { type: 'string', value: 'TAG,TAG', help: 'cli.option.tracks' },
    ...WRITES_ALONE_OPTIONS,
  },
  async run(context) {
    const target = videoTarget(context, usageLine(mux));
    const output = videoOutput(context, target, 'mux');
    await makeVideo(context, target, (opened) => ({
      output: context.flag('styled') ? { ...output, styled: true } : output,
      tracks: chosenTracks(context, opened).map(({ id }) => id),
      span: null,
    }));
    return EXIT.done;
  },
};
