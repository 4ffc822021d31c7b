import { basename, dirname, extname, resolve } from 'node:path';
import type { Handle, OpenedProject } from '../../../../shared/api/contract';
import {
  checkTrack,
  findingsIn,
  type CheckInput,
  type Contrast,
  type OutputPictureContrast,
} from '../../../../shared/checks/check';
import { checkedMedia, inputOf } from '../../../../shared/checks/input';
import { rightInProject } from '../../../../shared/checks/spelling';
import { drawnTrack } from '../../../../shared/contrast/looks';
import { neededRatio } from '../../../../shared/contrast/wcag';
import type { Id } from '../../../../shared/domain/common';
import type { VideoStream } from '../../../../shared/domain/media';
import type { Profile } from '../../../../shared/domain/profile';
import type { Project } from '../../../../shared/domain/project';
import type { ShotCorrections } from '../../../../shared/domain/shots';
import type { Track } from '../../../../shared/domain/track';
import type { PictureShape } from '../../../../shared/domain/video-output';
import { writeJunit } from '../../../../shared/formats/junit/write';
import { parseShots } from '../../../../shared/formats/shots/parse';
import { formatMessage } from '../../../../shared/messages/index';
import { profileById, profileFor, profiles } from '../../../../shared/profiles/profiles';
import { correctedShots } from '../../../../shared/shots/shots';
import { familiesOf } from '../../../../shared/style/campaign-families';
import { styleFor } from '../../../../shared/style/resolve';
import { styleOf } from '../../../../shared/style/style-of';
import { termFinder } from '../../../../shared/translation/glossary/terms';
import { pictureSize } from '../../../../shared/video/picture-size';
import { readFileCapped, writeFileAtomic } from '../../../platform/files';
import { campaignFonts } from '../../../services/fonts/campaign-fonts';
import { readSubtitleFile, trackOf } from '../../../services/convert/subtitle-file';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import {
  FORCE_OPTION,
  LANGUAGE_OPTION,
  languageOption,
  pathOperand,
  targetOption,
} from '../../common/command-line/paths';
import { UsageError } from '../../common/command-line/usage-error';
import { asObject, junitSuite, textLines, type TrackReport } from '../check-report';
import { clientOf } from '../client';
import { finishJob } from '../jobs';
import { withSpelling } from '../look-up';
import { withReadOnly } from '../open-project';
import { drawnOutputs } from '../plan-options';

export const check: Command = {
  name: 'check',
  operands: 'PROJECT|SUBTITLE',
  help: 'cli.check.help',
  arity: [0, 1],
  options: {
    profile: { type: 'string', value: 'NAME,…', help: 'cli.option.profile' },
    ...LANGUAGE_OPTION,
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    shots: { type: 'string', value: 'FILE', help: 'cli.option.shots' },
    'find-shots': { type: 'boolean', help: 'cli.option.findShots' },
    contrast: { type: 'boolean', help: 'cli.option.contrast' },
    preset: { type: 'string', value: 'NAMES', help: 'cli.option.contrastPreset' },
    fit: { type: 'string', value: 'HOW', help: 'cli.option.fit' },
    focus: { type: 'string', value: 'X,Y', help: 'cli.option.focus' },
    spelling: { type: 'boolean', help: 'cli.option.spelling' },
    junit: { type: 'string', value: 'FILE', help: 'cli.option.junit' },
    ...FORCE_OPTION,
  },
  async run(context) {
    const { output, text } = context;
    if (text('profile') === 'help') {
      output.line(formatMessage('cli.profiles', { known: profiles.map(({ id }) => id).join(', ') }));
      output.object({ profiles: profiles.map(({ id, name }) => ({ id, name })) });
      return EXIT.done;
    }
    const path = pathOperand(context, 0);
    const name = basename(path);
    const junit = targetOption(context, 'junit', ['.xml']);
    const chosen = chosenProfiles(context);
    const shots = await shotsOption(context);
    const isProject = extname(path).toLowerCase() === '.outspoken';
    const inputs = await (isProject ? projectInputs : fileInputs)(context, path, shots);
    const spelt = context.flag('spelling')
      ? await Promise.all(inputs.map((one) => withWords(context, path, one)))
      : inputs.map(({ input }) => input);
    const reports = spelt.flatMap((input) =>
      (chosen ?? [input.profile]).map((profile) => reportOf({ ...input, profile })),
    );
    for (const report of reports) for (const line of textLines(name, report)) output.line(line);
    output.object({ tracks: reports.map(asObject) });
    if (junit !== null) {
      await writeFileAtomic(
        junit,
        writeJunit(
          name,
          reports.map((report) => junitSuite(name, report)),
        ),
      );
      output.line(formatMessage('cli.written', { file: basename(junit) }));
    }
    return reports.some(({ findings }) => findings.length > 0) ? EXIT.findings : EXIT.done;
  },
};

/** What is checked, and the words that are right in it whatever dictionaries say. */
interface Checkable {
  readonly input: CheckInput;
  readonly right: readonly string[];
}

async function withWords(context: CommandContext, path: string, { input, right }: Checkable) {
  return withSpelling(clientOf(await context.open()), input, path, right);
}

function reportOf(input: CheckInput): TrackReport {
  const check = checkTrack(input);
  const { track, cues, profile } = input;
  const { unchecked } = check;
  const findings = findingsIn(check);
  return { language: track.language, cues: cues.length, profile: profile.id, findings, unchecked };
}

/** A file of subtitles knows nothing of its footage, so shot changes alone are of no use without its frame rate. */
async function fileInputs(
  context: CommandContext,
  path: string,
  shots: readonly number[] | null,
): Promise<Checkable[]> {
  const file = await readSubtitleFile(path, context.text('encoding') ?? null);
  const language = languageOption(context) ?? file.language ?? 'und';
  const { track, cues } = trackOf(file, language);
  const fonts = familiesOf(await campaignFonts([dirname(path)]));
  const media = { frameRate: null, durationMs: null, shots, fonts };
  return [{ input: { cues, track, profile: profileFor(language), media }, right: [] }];
}

async function projectInputs(
  context: CommandContext,
  path: string,
  shots: readonly number[] | null,
): Promise<Checkable[]> {
  return withReadOnly(context, path, (opened) => inputsOf(context, opened, shots));
}

async function inputsOf(
  context: CommandContext,
  { session, project, media }: OpenedProject,
  shots: readonly number[] | null,
): Promise<Checkable[]> {
  const hasPicture = media.info ? media.info.video !== null : undefined;
  const found =
    shots === null && media.file && hasPicture ? await foundShots(context, media.file.handle) : null;
  const wanted = languageOption(context);
  const tracks = project.tracks.filter(({ language }) => wanted === null || language === wanted);
  if (wanted !== null && tracks.length === 0)
    throw new UsageError(
      formatMessage('cli.noTrack', {
        language: wanted,
        known: project.tracks.map(({ language }) => language).join(', '),
      }),
    );
  const cuesOf = ({ id }: { readonly id: string }) => project.cues.filter(({ trackId }) => trackId === id);
  const client = clientOf(await context.open());
  const { fonts } = await client.call('fonts.list', { session });
  const known = checkedMedia(
    project,
    media.info,
    shots ?? shotsOf(found, project.meta.shots),
    familiesOf(fonts),
  );
  const outputs = drawnOutputs(context, project);
  const inputs: Checkable[] = [];
  for (const track of tracks) {
    const terms = await client.call('translation.terms', { session, track: track.id, stamp: null });
    const glossary = terms?.terms ? termFinder(terms.terms) : null;
    const video = media.file ? media.info?.video : null;
    const contrast = video ? await contrastOf(context, { session, project, track, video, outputs }) : null;
    inputs.push({
      input: { ...inputOf(project, track, known, cuesOf), contrast, hasPicture, glossary },
      right: rightInProject(project, track.language),
    });
  }
  return inputs;
}

interface MeasuredTrack {
  readonly session: Id;
  readonly project: Project;
  readonly track: Track;
  readonly video: VideoStream;
  /** Outputs in whose pictures it is looked at, besides the footage's own. */
  readonly outputs: ReturnType<typeof drawnOutputs>;
}

/** What was measured in the pictures before, or is now with `--contrast`. */
async function contrastOf(context: CommandContext, measured: MeasuredTrack): Promise<Contrast> {
  const { session, project, track, video, outputs } = measured;
  const client = clientOf(await context.open());
  const { output, signal } = context;
  const ratiosIn = async (shape?: PictureShape) => {
    const asked = { session, track: track.id, ...(shape ? { shape } : {}) };
    const { cues } = context.flag('contrast')
      ? await finishJob(client, output, signal, 'contrast', () => client.call('contrast.measure', asked))
      : await client.call('contrast.known', asked);
    return new Map(cues.map((cue) => [cue.id, cue.ratio]));
  };
  const elsewhere: OutputPictureContrast[] = [];
  for (const { name, output: shape } of outputs) {
    const { width, height } = pictureSize(video, shape);
    const { style } = drawnTrack(project, track, [], [], { shape, video });
    const needed = neededRatio(style, width / height);
    elsewhere.push({ output: name, needed, ratios: await ratiosIn(shape) });
  }
  const needed = neededRatio(styleFor(styleOf(project, track), track.language));
  return { needed, ratios: await ratiosIn(), elsewhere };
}

/** What was found in the footage before, or is looked for now with `--find-shots`; null where nobody has looked. */
async function foundShots(context: CommandContext, file: Handle): Promise<readonly number[] | null> {
  const client = clientOf(await context.open());
  if (!context.flag('find-shots')) return (await client.call('media.knownShots', { file })).shotsMs;
  const { output, signal } = context;
  const start = () => client.call('media.shots', { file });
  return (await finishJob(client, output, signal, 'shots', start)).shotsMs;
}

/** Corrections by hand count also where nobody has looked. */
function shotsOf(found: readonly number[] | null, corrections: ShotCorrections | undefined) {
  if (found === null && !corrections) return null;
  return correctedShots(
    (found ?? []).map((ms) => Math.floor(ms)),
    corrections,
  );
}

/** What `--profile` names, several separated by commas; null where it is not given. */
function chosenProfiles({ text }: CommandContext): readonly Profile[] | null {
  const names = text('profile')?.split(',') ?? null;
  return (
    names?.map((name) => {
      const found = profileById(name.trim());
      if (found) return found;
      const known = profiles.map(({ id }) => id).join(', ');
      throw new UsageError(formatMessage('cli.noProfile', { name, known }));
    }) ?? null
  );
}

/** Far above a shot a second for a day. */
const MAX_SHOTS_BYTES = 4 * 1024 * 1024;

/** The shot changes of the file that `--shots` names, ms; null where it is not given. */
async function shotsOption({ text, workingFolder }: CommandContext): Promise<readonly number[] | null> {
  const value = text('shots');
  if (value === undefined) return null;
  const path = resolve(workingFolder, value);
  const name = basename(path);
  const parsed = parseShots((await readFileCapped(path, MAX_SHOTS_BYTES)).toString('utf8'));
  if ('shotsMs' in parsed) return parsed.shotsMs;
  throw new UsageError(formatMessage('cli.wrongShots', { name, line: parsed.badLine }));
}
