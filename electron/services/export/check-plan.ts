/** Looks at a plan before anything is made of it, so that people hear everything at once and not file by file. */
import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Output, TextIssue } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import { contrastIn } from '../../../shared/contrast/in-output';
import { drawnTrack } from '../../../shared/contrast/looks';
import type { OutputContrast } from '../../../shared/domain/contrast';
import type { ExportItem } from '../../../shared/domain/export';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Project } from '../../../shared/domain/project';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { leastVideoBytes } from '../../../shared/ffmpeg/video-plan';
import { isAltered } from '../../../shared/export/plan';
import { redactedIn } from '../../../shared/redaction/summary';
import { foreseen } from '../../../shared/video/foreseen';
import { writtenCodec } from '../../../shared/video/needs';
import { pictureSize } from '../../../shared/video/picture-size';
import { formatMessage } from '../../../shared/messages/index';
import { createGuard, type NameGuard } from '../../../shared/safety/guard';
import { unplacedVoices } from '../../../shared/redaction/sound';
import { publicProject, speakersAsNames, type PublicProject } from '../../../shared/safety/public-project';
import { scopeOf } from '../../../shared/safety/scope';
import { missingGlyphs } from '../../../shared/formats/ass/issues';
import type { FontFamily } from '../../../shared/style/fonts';
import { withSpeakerLabels } from '../../../shared/style/speakers';
import { styleOf } from '../../../shared/style/style-of';
import { subtitleLimits } from './subtitles';

export interface PlanToCheck {
  readonly project: Project;
  readonly items: readonly ExportItem[];
  /** Null: not chosen yet. */
  readonly folder: string | null;
  readonly names: readonly ProtectedName[];
  /** What is known of the footage; null where it is not there. */
  readonly media: MediaInfo | null;
  /** The campaign's own families. */
  readonly fonts: readonly FontFamily[];
  /** What was measured of how letters stand out from the footage, by look. */
  readonly contrast: ReadonlyMap<string, number | null>;
}

type Checked = Omit<Output<'export.check'>, 'protectedNames' | 'problem'>;

/** Every file of a plan with what stands against it. Reads the target folder; writes nothing. */
export async function checkPlan(plan: PlanToCheck): Promise<Checked & { readonly protectedNames: number }> {
  const names = [...plan.names, ...speakersAsNames(plan.project)];
  const guard = createGuard(names);
  const seen = new Map<string, PublicProject>();
  const listed = JSON.stringify([names, plan.fonts.map(({ family }) => family)]);
  const files = [];
  for (const item of plan.items) {
    const scope = scopeOf(item.output, item.trackIds, plan.project);
    const key = JSON.stringify(scope);
    const shown = seen.get(key) ?? publicProject(plan.project, guard, scope);
    seen.set(key, shown);
    const exists =
      plan.folder !== null &&
      (await stat(join(plan.folder, item.name)).then(
        () => true,
        () => false,
      ));
    const inName = namesInFileName(guard, item);
    const { issues, problem } = limitsOrProblem(plan, shown.project, item);
    files.push({
      item,
      exists,
      issues,
      problem,
      names: [...inName.findings, ...shown.findings],
      parts: [...inName.parts, ...shown.parts],
      replaced: shown.replaced,
      contrast: await contrastOnce(plan, `${listed} ${key}`, shown.project, item),
    });
  }
  const neededBytes = plan.items.reduce((sum, item) => sum + leastBytes(item, plan), 0);
  return { files, protectedNames: names.length, neededBytes, freeBytes: await freeBytes(plan.folder) };
}

/** What was found of a project as it is: the screen asks anew whenever something is ticked, and fitting a film takes a tenth of a second. */
const found = new WeakMap<Project, Map<string, OutputContrast | null>>();

/** As `contrastOfItem`; `key` says what else than project, file and measurements it follows from. Lets others in before it works. */
async function contrastOnce(plan: PlanToCheck, key: string, shown: Project, item: ExportItem) {
  const { output, trackIds, span } = item;
  if (output.kind !== 'video' || output.delivery !== 'burn-in') return null;
  const known = found.get(plan.project) ?? new Map<string, OutputContrast | null>();
  found.set(plan.project, known);
  const { preset, height, framing } = output;
  const whole = JSON.stringify([key, trackIds, span, preset, height, framing, plan.contrast.size]);
  const before = known.get(whole);
  if (before !== undefined) return before;
  await setImmediate();
  const contrast = contrastOfItem(shown, item, plan);
  known.set(whole, contrast);
  return contrast;
}

/** How a file's subtitles stand out from its own picture; null where nothing is drawn into one. */
export function contrastOfItem(
  project: Project,
  { output, trackIds, span }: Pick<ExportItem, 'output' | 'trackIds' | 'span'>,
  { media, fonts, contrast }: Pick<PlanToCheck, 'media' | 'fonts' | 'contrast'>,
): OutputContrast | null {
  const track = project.tracks.find(({ id }) => id === trackIds[0]);
  if (output.kind !== 'video' || output.delivery !== 'burn-in' || !media?.video || !track) return null;
  const cues = project.cues.filter(({ trackId }) => trackId === track.id);
  const families = fonts.map(({ family }) => family);
  const other = { shape: output, video: media.video };
  // New line breaks for thousands of cues are of no use where nothing was ever measured.
  const isKnown = contrast.size > 0;
  const drawn = {
    ...drawnTrack(project, track, isKnown ? cues : [], families, other),
    ...(isKnown ? {} : { cues }),
  };
  const { width, height } = pictureSize(media.video, output);
  return contrastIn(drawn, contrast, width / height, span);
}

function namesInFileName(guard: NameGuard, { name }: ExportItem) {
  const place = formatMessage('safety.place.fileName');
  return guard.findWithParts([{ kind: 'file-name', place, text: name, language: null, recordId: null }]);
}

function limitsOrProblem({ media, fonts }: PlanToCheck, project: Project, item: ExportItem) {
  const { output, trackIds } = item;
  const issues: TextIssue[] = [];
  try {
    if (output.kind === 'video' && !media?.video)
      throw media
        ? new AppError('no-video', { name: project.meta.title })
        : new AppError('media-missing', { name: project.meta.title });
    if (output.kind === 'video' && output.delivery !== 'overlay' && media?.audio) refuseUnplaced(project);
    if (output.kind === 'transcript' && !project.paragraphs.some(({ words }) => words.length > 0))
      throw new AppError('empty-transcript');
    if (
      output.kind === 'video' &&
      trackIds.length > 0 &&
      !project.cues.some(({ text }) => text.trim() !== '')
    )
      throw new AppError('no-cues');
    if (output.kind === 'video' && media) issues.push(...notesBefore(project, item, media));
    if (output.kind === 'video' && drawsLetters(output))
      issues.push(...missingGlyphs(drawnTexts(project, trackIds), fonts));
    if (output.kind === 'subtitles') {
      const { format, speakers, text } = output;
      issues.push(
        ...subtitleLimits({ project, trackId: trackIds[0] ?? '', format, speakers, output: text, fonts }),
      );
    }
    return { issues, problem: null };
  } catch (error) {
    return { issues, problem: errorData(error) };
  }
}

/** What would be said of the finished video, said before. */
function notesBefore(
  project: Project,
  { output, branding, span }: ExportItem,
  media: MediaInfo,
): TextIssue[] {
  if (output.kind !== 'video') return [];
  const isBranded = Boolean(branding?.logo ?? branding?.endCard);
  const isChanged = isAltered({ branding, span });
  const durationMs = span ? span.endMs - span.startMs : media.durationMs;
  const redacted = redactedIn(project);
  const known = foreseen({ output, media, durationMs, isBranded, isChanged, redacted });
  return known.map(({ code, message }) => ({ line: 0, code, message }));
}

function refuseUnplaced(project: Project): void {
  if (unplacedVoices(project).length > 0) throw new AppError('voice-unplaced');
}

/** Whether the app's own fonts draw what is seen. */
function drawsLetters({ delivery, styled }: VideoOutput): boolean {
  return delivery === 'burn-in' || delivery === 'overlay' || (delivery === 'mux' && styled === true);
}

function drawnTexts(project: Project, trackIds: readonly string[]): string[] {
  return project.tracks
    .filter(({ id }) => trackIds.includes(id))
    .flatMap((track) => {
      const cues = project.cues.filter(({ trackId }) => trackId === track.id);
      return withSpeakerLabels(cues, styleOf(project, track), project.speakers).map(({ text }) => text);
    });
}

function leastBytes(item: ExportItem, { media, project }: PlanToCheck): number {
  const { output } = item;
  if (output.kind !== 'video' || !media?.video) return 0;
  if (writtenCodec(output, media, isAltered(item), redactedIn(project)) === 'copy') return media.sizeBytes;
  const durationMs = item.span ? item.span.endMs - item.span.startMs : media.durationMs;
  return leastVideoBytes(pictureSize(media.video, output), media.video, durationMs);
}

async function freeBytes(folder: string | null): Promise<number | null> {
  const disk = folder === null ? null : await statfs(folder).catch(() => null);
  return disk && disk.blocks > 0 ? disk.bavail * disk.bsize : null;
}
