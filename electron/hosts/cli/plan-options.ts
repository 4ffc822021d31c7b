/** Options that say which files to make of projects: `export` and `jobs` take the same. */
import { resolve } from 'node:path';
import { NO_BRANDING, type Branding } from '../../../shared/domain/branding';
import type { ExportPlan } from '../../../shared/domain/export';
import type { Project } from '../../../shared/domain/project';
import { Framing, LoudnessTarget, type VideoOutput } from '../../../shared/domain/video-output';
import { NAMED_OUTPUTS, namedOutput, type OutputChoices } from '../../../shared/export/outputs';
import { USUAL_NAMING } from '../../../shared/export/plan';
import { USUAL_FITTING } from '../../../shared/video/presets';
import type { ClipSpan } from '../../../shared/video/clip';
import { formatMessage } from '../../../shared/messages/index';
import { PLAIN_OUTPUT } from '../../services/text/encode';
import { ALLOW_NAMES_OPTION } from '../common/command-line/allow-names';
import type { CommandContext, OptionSpec } from '../common/command-line/command';
import { TEXT_OUTPUT_OPTIONS, textOutputOption } from '../common/command-line/text-output';
import { CAMPAIGN_BRANDING_OPTION } from './branding-options';
import { timeSpan, TIME_SPAN_OPTIONS } from './time-span';
import { UsageError } from '../common/command-line/usage-error';
import { focusOf, oneOf } from './video-options';

export const PLAN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  preset: { type: 'string', value: 'NAMES', help: 'cli.option.preset' },
  lang: { type: 'string', value: 'TAGS', help: 'cli.option.langs' },
  out: { type: 'string', value: 'DIR', help: 'cli.option.out' },
  naming: { type: 'string', value: 'PATTERN', help: 'cli.option.naming' },
  fit: { type: 'string', value: 'HOW', help: 'cli.option.fit' },
  focus: { type: 'string', value: 'X,Y', help: 'cli.option.focus' },
  speakers: { type: 'boolean', help: 'cli.option.speakers' },
  height: { type: 'string', value: 'LINES', help: 'cli.option.height' },
  forced: { type: 'string', value: 'TAG,TAG', help: 'cli.option.forced' },
  loudness: { type: 'string', value: 'GOAL', help: 'cli.option.loudness' },
  hardware: { type: 'boolean', help: 'cli.option.hardware' },
  smart: { type: 'boolean', help: 'cli.option.smart' },
  ...TIME_SPAN_OPTIONS,
  ...CAMPAIGN_BRANDING_OPTION,
  ...TEXT_OUTPUT_OPTIONS,
  ...ALLOW_NAMES_OPTION,
};

/** What was asked for, before any project is looked at. */
export interface PlanRequest {
  readonly presets: readonly string[];
  /** Null: every language that has subtitles. */
  readonly languages: readonly string[] | null;
  /** Absolute. */
  readonly folder: string;
  readonly naming: string;
  /** But for `fitting`, which is the project's own where it is not asked for. */
  readonly choices: Omit<OutputChoices, 'fitting'>;
  readonly fit: Framing['fit'] | null;
  readonly focus: string | undefined;
  /** Of videos; null for all of the film. */
  readonly span: ClipSpan | null;
  /** Whether videos get the campaign's logo and card. */
  readonly isBranded: boolean;
}

/** Throws `UsageError` for a preset nobody knows and options that are missing. */
export function planRequest(context: CommandContext): PlanRequest {
  const { text, flag, workingFolder } = context;
  const out = text('out');
  if (out === undefined) throw new UsageError(formatMessage('cli.plan.needsOut'));
  const presets = presetNames(text('preset') ?? '');
  const languages = text('lang');
  return {
    presets,
    languages: languages === undefined ? null : listed(languages),
    folder: resolve(workingFolder, out),
    naming: text('naming') ?? USUAL_NAMING,
    choices: {
      speakers: flag('speakers'),
      text: textOutputOption(context),
      height: heightOption(context),
      forced: listed(text('forced') ?? ''),
      loudness: loudnessOption(context),
      hardware: flag('hardware'),
      smart: flag('smart'),
    },
    ...fittingOptions(context),
    span: timeSpan(context),
    isBranded: flag('branding'),
  };
}

/** Names of outputs, by commas. Throws `UsageError` for none and for one nobody knows. */
function presetNames(value: string): string[] {
  const presets = listed(value);
  const unknown = presets.find((name) => !namedOutput(name));
  if (presets.length > 0 && unknown === undefined) return presets;
  const known = NAMED_OUTPUTS.map(({ name }) => name).join(', ');
  throw new UsageError(formatMessage('cli.plan.preset', { name: unknown ?? '', known }));
}

/** `--fit` and `--focus`, which any project may have otherwise. Throws `UsageError`. */
function fittingOptions(context: CommandContext): Pick<PlanRequest, 'fit' | 'focus'> {
  const focus = context.text('focus');
  focusOf(focus, USUAL_FITTING);
  return { fit: fitOption(context), focus };
}

/** What all files of a project share: how the project's footage is fitted, unless options say otherwise. */
export function choicesFor(
  { choices, fit, focus }: Pick<PlanRequest, 'choices' | 'fit' | 'focus'>,
  { meta }: Pick<Project, 'meta'>,
): OutputChoices {
  const own = meta.fitting ?? USUAL_FITTING;
  return { ...choices, fitting: { fit: fit ?? own.fit, ...focusOf(focus, own) } };
}

const NO_CHOICES: PlanRequest['choices'] = {
  ...{ speakers: false, text: PLAIN_OUTPUT, height: null, forced: [] },
  ...{ loudness: 'keep', hardware: false, smart: false },
};

/** Videos with drawn subtitles that `--preset`, `--fit` and `--focus` name; none where `--preset` is not given. */
export function drawnOutputs(
  context: CommandContext,
  project: Project,
): { readonly name: string; readonly output: VideoOutput }[] {
  const value = context.text('preset');
  if (value === undefined) return [];
  const choices = choicesFor({ choices: NO_CHOICES, ...fittingOptions(context) }, project);
  return presetNames(value).flatMap((name) => {
    const named = namedOutput(name);
    const output = named?.make(choices);
    if (output?.kind !== 'video' || output.delivery !== 'burn-in') return [];
    return [{ name: named?.title ?? name, output }];
  });
}

/** The request as a plan for one project. Throws `UsageError` for a language it does not have. */
export function planFor(
  request: PlanRequest,
  project: Project,
  branding: Branding = NO_BRANDING,
): ExportPlan {
  const filled = project.tracks.filter(({ id }) =>
    project.cues.some((cue) => cue.trackId === id && cue.text.trim() !== ''),
  );
  const known = filled.map(({ language }) => language).join(', ');
  const chosen = request.languages?.map((language) => {
    const track = filled.find((candidate) => candidate.language === language);
    if (!track) throw new UsageError(formatMessage('cli.noTrack', { language, known }));
    return track;
  });
  for (const language of request.choices.forced)
    if (!filled.some((track) => track.language === language))
      throw new UsageError(formatMessage('cli.noTrack', { language, known }));
  const choices = choicesFor(request, project);
  return {
    tracks: (chosen ?? filled).map(({ id }) => id),
    outputs: request.presets.flatMap((name) => namedOutput(name)?.make(choices) ?? []),
    naming: request.naming,
    ...(request.isBranded ? { branding } : {}),
    ...(request.span ? { span: request.span } : {}),
  };
}

/** What `--height` says; null where it is not given. */
export function heightOption({ text }: CommandContext): number | null {
  const value = text('height');
  if (value === undefined) return null;
  const height = Number(value);
  if (!Number.isInteger(height) || height < 64 || height > 4320)
    throw new UsageError(formatMessage('cli.wrongHeight', { value }));
  return height;
}

function loudnessOption({ text }: CommandContext): OutputChoices['loudness'] {
  const value = text('loudness');
  return value === undefined ? 'keep' : oneOf('loudness', LoudnessTarget.options, value);
}

function fitOption({ text }: CommandContext): Framing['fit'] | null {
  const value = text('fit');
  if (value === undefined) return null;
  const fit = Framing.shape.fit.safeParse(value);
  if (fit.success) return fit.data;
  throw new UsageError(formatMessage('cli.plan.fit', { value }));
}

function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
