/** Options that say which files to make of projects: `export` and `jobs` take the same. */
import { resolve } from 'node:path';
import { NO_BRANDING, type Branding } from '../../../shared/domain/branding';
import type { ExportPlan } from '../../../shared/domain/export';
import type { Project } from '../../../shared/domain/project';
import { NAMED_OUTPUTS, namedOutput, type OutputChoices } from '../../../shared/export/outputs';
import { USUAL_NAMING } from '../../../shared/export/plan';
import type { ClipSpan } from '../../../shared/video/clip';
import { formatMessage } from '../../../shared/messages/index';
import { ALLOW_NAMES_OPTION } from '../common/command-line/allow-names';
import type { CommandContext, OptionSpec } from '../common/command-line/command';
import { TEXT_OUTPUT_OPTIONS, textOutputOption } from '../common/command-line/text-output';
import { CAMPAIGN_BRANDING_OPTION } from './branding-options';
import { timeSpan, TIME_SPAN_OPTIONS } from './time-span';
import { UsageError } from '../common/command-line/usage-error';

export const PLAN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  preset: { type: 'string', value: 'NAMES', help: 'cli.option.preset' },
  lang: { type: 'string', value: 'TAGS', help: 'cli.option.langs' },
  out: { type: 'string', value: 'DIR', help: 'cli.option.out' },
  naming: { type: 'string', value: 'PATTERN', help: 'cli.option.naming' },
  fit: { type: 'string', value: 'HOW', help: 'cli.option.fit' },
  speakers: { type: 'boolean', help: 'cli.option.speakers' },
  height: { type: 'string', value: 'LINES', help: 'cli.option.height' },
  forced: { type: 'string', value: 'TAG,TAG', help: 'cli.option.forced' },
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
  readonly choices: OutputChoices;
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
  const presets = listed(text('preset') ?? '');
  const unknown = presets.find((name) => !namedOutput(name));
  if (presets.length === 0 || unknown !== undefined)
    throw new UsageError(
      formatMessage('cli.plan.preset', {
        name: unknown ?? '',
        known: NAMED_OUTPUTS.map(({ name }) => name).join(', '),
      }),
    );
  const languages = text('lang');
  return {
    presets,
    languages: languages === undefined ? null : listed(languages),
    folder: resolve(workingFolder, out),
    naming: text('naming') ?? USUAL_NAMING,
    choices: {
      speakers: flag('speakers'),
      text: textOutputOption(context),
      fit: fitOption(context),
      height: heightOption(context),
      forced: listed(text('forced') ?? ''),
    },
    span: timeSpan(context),
    isBranded: flag('branding'),
  };
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
  return {
    tracks: (chosen ?? filled).map(({ id }) => id),
    outputs: request.presets.flatMap((name) => namedOutput(name)?.make(request.choices) ?? []),
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

function fitOption({ text }: CommandContext): OutputChoices['fit'] {
  const value = text('fit') ?? 'crop';
  if (value === 'crop' || value === 'pad' || value === 'blur') return value;
  throw new UsageError(formatMessage('cli.plan.fit', { value }));
}

function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
