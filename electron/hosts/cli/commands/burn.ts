import { WRITES_ALONE_OPTIONS } from '../../common/command-line/allow-names';
import { usageLine } from '../../common/command-line/arguments';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { chosenTrack, makeVideo } from '../make-video';
import { VIDEO_OPTIONS, videoOutput, videoTarget } from '../video-options';

/** One language drawn into the picture, or onto a transparent one. */
export const burn: Command = {
  name: 'burn',
  operands: 'PROJECT',
  help: 'cli.burn.help',
  arity: [1, 1],
  options: {
    ...VIDEO_OPTIONS,
    overlay: { type: 'boolean', help: 'cli.option.overlay' },
    plain: { type: 'boolean', help: 'cli.option.plain' },
    ...WRITES_ALONE_OPTIONS,
  },
  async run(context) {
    const target = videoTarget(context, usageLine(burn));
    const delivery = context.flag('overlay') ? 'overlay' : context.flag('plain') ? 'none' : 'burn-in';
    const output = videoOutput(context, target, delivery);
    await makeVideo(context, target, (opened) => ({
      output,
      tracks: delivery === 'none' ? [] : [chosenTrack(context, opened).id],
      span: null,
    }));
    return EXIT.done;
  },
};
