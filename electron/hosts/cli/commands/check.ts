import { basename, extname } from 'node:path';
import { AppError } from '../../../../shared/api/errors';
import { checkTrack } from '../../../../shared/checks/check';
import type { Finding, Profile } from '../../../../shared/domain/profile';
import { constantFrameRate } from '../../../../shared/frames/rate';
import { formatMessage, isMessageKey } from '../../../../shared/messages/index';
import { profileById, profileFor, profiles } from '../../../../shared/profiles/profiles';
import { readSubtitleFile, trackOf } from '../../../services/convert/subtitle-file';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { openReadOnly } from '../open-project';
import { languageOption, pathOperand } from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';
import { UsageError } from '../../common/command-line/usage-error';

interface Checked {
  readonly language: string;
  readonly cues: number;
  readonly profile: string;
  readonly findings: readonly Finding[];
}

export const check: Command = {
  name: 'check',
  operands: 'PROJECT|SUBTITLE',
  help: 'cli.check.help',
  arity: [0, 1],
  options: {
    profile: { type: 'string', value: 'NAME', help: 'cli.option.profile' },
    lang: { type: 'string', value: 'TAG', help: 'cli.option.lang' },
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
  },
  async run(context) {
    const { output, text } = context;
    if (text('profile') === 'help') {
      output.line(formatMessage('cli.profiles', { known: profiles.map(({ id }) => id).join(', ') }));
      output.object({ profiles: profiles.map(({ id, name }) => ({ id, name })) });
      return EXIT.done;
    }
    const path = pathOperand(context, 0);
    const checked =
      extname(path).toLowerCase() === '.outspoken'
        ? await checkProject(context, path)
        : await checkFile(context, path);
    for (const track of checked) {
      for (const finding of track.findings)
        output.line(`${basename(path)} ${track.language} ${findingLine(finding)}`);
      const { cues } = track;
      output.line(
        track.findings.length === 0
          ? formatMessage('cli.check.none', { cues })
          : formatMessage('cli.check.count', { findings: track.findings.length, cues }),
      );
    }
    output.object({
      tracks: checked.map((track) => ({ ...track, findings: track.findings.map(withMessage) })),
    });
    return checked.some(({ findings }) => findings.length > 0) ? EXIT.findings : EXIT.done;
  },
};

async function checkFile(context: CommandContext, path: string): Promise<Checked[]> {
  const file = await readSubtitleFile(path, context.text('encoding') ?? null);
  const language = languageOption(context) ?? file.language ?? 'und';
  const { track, cues } = trackOf(file, language);
  const profile = chosenProfile(context) ?? profileFor(language);
  return [
    { language, cues: cues.length, profile: profile.id, findings: checkTrack(cues, track, profile, null) },
  ];
}

async function checkProject(context: CommandContext, path: string): Promise<Checked[]> {
  const { project, media } = await openReadOnly(context, path);
  const wanted = languageOption(context);
  const tracks = project.tracks.filter(({ language }) => wanted === null || language === wanted);
  if (wanted !== null && tracks.length === 0)
    throw new UsageError(
      formatMessage('cli.noTrack', {
        language: wanted,
        known: project.tracks.map(({ language }) => language).join(', '),
      }),
    );
  const frameRate = constantFrameRate(media.info);
  return tracks.map((track) => {
    const cues = project.cues.filter(({ trackId }) => trackId === track.id);
    const profile = chosenProfile(context) ?? profileById(track.profileId) ?? profileFor(track.language);
    const findings = checkTrack(cues, track, profile, { frameRate });
    return { language: track.language, cues: cues.length, profile: profile.id, findings };
  });
}

function chosenProfile({ text }: CommandContext): Profile | null {
  const name = text('profile');
  if (name === undefined) return null;
  const found = profileById(name);
  if (!found)
    throw new UsageError(
      formatMessage('cli.noProfile', { name, known: profiles.map(({ id }) => id).join(', ') }),
    );
  return found;
}

function messageOf({ messageKey, values }: Finding): string {
  if (!isMessageKey(messageKey)) throw new AppError('internal', { reason: `no message ${messageKey}` });
  return formatMessage(messageKey, values);
}

const withMessage = (finding: Finding) => ({ ...finding, message: messageOf(finding) });

function findingLine(finding: Finding): string {
  return `#${finding.number} ${formatTime(finding.startMs)} ${finding.severity} ${finding.rule}: ${messageOf(finding)}`;
}
