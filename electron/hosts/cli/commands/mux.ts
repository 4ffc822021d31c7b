import type { Track } from '../../../../shared/domain/track';
import { formatMessage } from '../../../../shared/messages/index';
import { WRITES_ALONE_OPTIONS } from '../../common/command-line/allow-names';
import { usageLine } from '../../common/command-line/arguments';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { UsageError } from '../../common/command-line/usage-error';
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
    forced: { type: 'string', value: 'TAG,TAG', help: 'cli.option.forced' },
    track: { type: 'string', value: 'TAG,TAG', help: 'cli.option.tracks' },
    ...WRITES_ALONE_OPTIONS,
  },
  async run(context) {
    const target = videoTarget(context, usageLine(mux));
    const output = videoOutput(context, target, 'mux');
    await makeVideo(context, target, (opened) => {
      const tracks = chosenTracks(context, opened);
      const forced = forcedOption(context, tracks);
      return {
        output: {
          ...output,
          ...(context.flag('styled') ? { styled: true } : {}),
          ...(forced.length > 0 ? { forced } : {}),
        },
        tracks: tracks.map(({ id }) => id),
        span: null,
      };
    });
    return EXIT.done;
  },
};

/** Languages among the tracks. Throws `UsageError` for one there is no track of. */
function forcedOption({ text }: CommandContext, tracks: readonly Track[]): string[] {
  const asked = text('forced')?.split(',') ?? [];
  const known = tracks.map(({ language }) => language);
  for (const language of asked)
    if (!known.includes(language))
      throw new UsageError(formatMessage('cli.noTrack', { language, known: known.join(', ') }));
  return asked;
}
