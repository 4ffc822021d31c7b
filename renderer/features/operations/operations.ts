/** Every operation with a form: times first, then texts. */
import { z } from 'zod';
import { LanguageTag } from '../../../shared/domain/common';
import { shiftCues } from '../../../shared/edits/cue';
import { closeGaps, removeOverlaps } from '../../../shared/edits/cue-gaps';
import { breakCues, removeHearingImpaired, repairCase } from '../../../shared/edits/cue-texts';
import { changeFrameRate, retimeFromWords, snapCues, stretchCues } from '../../../shared/edits/cue-times';
import { duplicateTrack } from '../../../shared/edits/duplicate-track';
import { constantFrameRate } from '../../../shared/frames/rate';
import type { MessageKey } from '../../../shared/messages/index';
import { closedGapMs, minGapMs, profileById, profileFor } from '../../../shared/profiles/profiles';
import { noWordTimes, otherwise } from '../../app/refusals';
import { newId } from '../../platform/new-id';
import { canEdit, useDocument } from '../../state/document';
import { useFrames } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { timedWords, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { bind, defineOperation, field, type Operation } from './operation';
import { idsOf, likelyScope, scopeField, shownCues } from './scope';

const hasCues = () => canEdit() && shownCues().length > 0;
const anyPart = scopeField(['selected', 'fromHere', 'all']);

const number = (labelKey: MessageKey, schema: z.ZodNumber, helpKey?: MessageKey) =>
  field(schema, { labelKey, control: 'number', ...(helpKey === undefined ? {} : { helpKey }) });
const check = (labelKey: MessageKey) => field(z.boolean(), { labelKey, control: 'check' });
const time = (labelKey: MessageKey) =>
  field(z.number().min(-3_600_000_000).max(3_600_000_000), { labelKey, control: 'time' });

/** Pictures a second as written, and what they are. */
const RATES = {
  '23.976': 24_000 / 1001,
  '24': 24,
  '25': 25,
  '29.97': 30_000 / 1001,
  '30': 30,
  '50': 50,
  '59.94': 60_000 / 1001,
  '60': 60,
} as const;
const Rate = z.enum(['23.976', '24', '25', '29.97', '30', '50', '59.94', '60']);
const rate = (labelKey: MessageKey) =>
  field(Rate.clone(), { labelKey, control: 'choice', options: Rate.options.map((value) => ({ value })) });

/** The track shown, its profile and the rate of the footage. */
export function guide() {
  const { project, media } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  const profile = profileById(track?.profileId ?? '') ?? profileFor(track?.language ?? 'en');
  return {
    track,
    profile,
    frameRate: constantFrameRate(media.info),
    durationMs: media.info?.durationMs ?? null,
  };
}

/** The smallest gap between two cues of the track shown, ms. */
export function gapMs(): number {
  const { profile, frameRate } = guide();
  return minGapMs(profile, frameRate);
}

const smallest = number('operation.gap', z.number().int().min(0).max(10_000), 'operation.gapHelp');

const timing: readonly Operation[] = [
  defineOperation({
    id: 'operation.shift',
    titleKey: 'operation.shift',
    leadKey: 'operation.shiftLead',
    shortcut: 'Shift+T',
    group: 'timing',
    isEnabled: hasCues,
    schema: z.object({
      by: time('operation.shiftBy'),
      scope: scopeField(['selected', 'fromHere', 'all', 'allTracks']),
    }),
    start: () =>
      ({ by: 0, scope: useSession.getState().selectedCueIds.size > 0 ? 'fromHere' : 'all' }) as const,
    plan: ({ by, scope }) => bind(shiftCues, { ids: idsOf(scope), deltaMs: by }),
  }),
  defineOperation({
    id: 'operation.stretch',
    titleKey: 'operation.stretch',
    leadKey: 'operation.stretchLead',
    shortcut: 'Shift+S',
    group: 'timing',
    isEnabled: () => canEdit() && shownCues().length > 1,
    needs: otherwise('refusal.oneSubtitle'),
    schema: z.object({
      firstFrom: time('operation.firstFrom'),
      firstTo: time('operation.firstTo'),
      lastFrom: time('operation.lastFrom'),
      lastTo: time('operation.lastTo'),
      scope: scopeField(['selected', 'fromHere', 'all', 'allTracks']),
    }),
    start: stretchStart,
    plan: ({ firstFrom, firstTo, lastFrom, lastTo, scope }) =>
      bind(stretchCues, { ids: idsOf(scope), fromMs: [firstFrom, lastFrom], toMs: [firstTo, lastTo] }),
  }),
  defineOperation({
    id: 'operation.frameRate',
    titleKey: 'operation.frameRate',
    leadKey: 'operation.frameRateLead',
    shortcut: 'Shift+F',
    group: 'timing',
    isEnabled: hasCues,
    schema: z.object({
      from: rate('operation.rateFrom'),
      to: rate('operation.rateTo'),
      scope: scopeField(['all', 'allTracks', 'selected']),
    }),
    start: () => ({ from: '25', to: nearestRate(), scope: 'all' }) as const,
    plan: ({ from, to, scope }) =>
      bind(changeFrameRate, { ids: idsOf(scope), fromRate: RATES[from], toRate: RATES[to] }),
  }),
  defineOperation({
    id: 'operation.snap',
    titleKey: 'operation.snap',
    leadKey: 'operation.snapLead',
    shortcut: 'Shift+N',
    group: 'timing',
    isEnabled: () => hasCues() && useFrames.getState().isTrue,
    needs: otherwise('refusal.noTrueFrames'),
    schema: z.object({ scope: anyPart }),
    start: () => ({ scope: likelyScope() }),
    plan: ({ scope }) => bind(snapCues, { ids: idsOf(scope), frames: useFrames.getState().frames }),
  }),
  defineOperation({
    id: 'operation.closeGaps',
    titleKey: 'operation.closeGaps',
    leadKey: 'operation.closeGapsLead',
    shortcut: 'Shift+G',
    group: 'timing',
    isEnabled: hasCues,
    schema: z.object({
      below: number('operation.below', z.number().int().min(1).max(60_000)),
      gap: smallest,
      scope: anyPart,
    }),
    start: () => ({ below: closedGapMs(guide().profile), gap: gapMs(), scope: likelyScope() }),
    plan: ({ below, gap, scope }) => bind(closeGaps, { ids: idsOf(scope), belowMs: below, gapMs: gap }),
  }),
  defineOperation({
    id: 'operation.removeOverlaps',
    titleKey: 'operation.removeOverlaps',
    leadKey: 'operation.removeOverlapsLead',
    shortcut: 'Shift+O',
    group: 'timing',
    isEnabled: hasCues,
    schema: z.object({ gap: smallest, scope: anyPart }),
    start: () => ({ gap: gapMs(), scope: likelyScope() }),
    plan: ({ gap, scope }) => bind(removeOverlaps, { ids: idsOf(scope), gapMs: gap }),
  }),
  defineOperation({
    id: 'operation.retime',
    titleKey: 'operation.retime',
    leadKey: 'operation.retimeLead',
    shortcut: 'Shift+W',
    group: 'timing',
    isEnabled: () => hasCues() && timedWords(useDocument.getState().project).length > 0,
    needs: noWordTimes,
    schema: z.object({ scope: anyPart }),
    start: () => ({ scope: 'selected' }) as const,
    plan: ({ scope }) => {
      const { frameRate, durationMs } = guide();
      return bind(retimeFromWords, { ids: idsOf(scope), frameRate, durationMs });
    },
  }),
];

const text: readonly Operation[] = [
  defineOperation({
    id: 'operation.break',
    titleKey: 'operation.break',
    leadKey: 'operation.breakLead',
    shortcut: 'Shift+B',
    group: 'text',
    isEnabled: hasCues,
    schema: z.object({ onlyBroken: check('operation.onlyBroken'), scope: anyPart }),
    start: () => ({ onlyBroken: true, scope: likelyScope() }),
    plan: ({ onlyBroken, scope }) => bind(breakCues, { ids: idsOf(scope), onlyBroken }),
  }),
  defineOperation({
    id: 'operation.case',
    titleKey: 'operation.case',
    leadKey: 'operation.caseLead',
    shortcut: 'Shift+C',
    group: 'text',
    isEnabled: hasCues,
    schema: z.object({
      starts: check('operation.caseStarts'),
      capitals: check('operation.caseCapitals'),
      scope: anyPart,
    }),
    start: () => ({ starts: true, capitals: true, scope: likelyScope() }),
    plan: ({ scope, ...options }) => bind(repairCase, { ids: idsOf(scope), ...options }),
  }),
  defineOperation({
    id: 'operation.hearingImpaired',
    titleKey: 'operation.hearingImpaired',
    leadKey: 'operation.hearingImpairedLead',
    shortcut: 'Shift+H',
    group: 'text',
    isEnabled: hasCues,
    schema: z.object({
      brackets: check('operation.brackets'),
      parentheses: check('operation.parentheses'),
      labels: check('operation.labels'),
      music: check('operation.music'),
      scope: anyPart,
    }),
    start: () => ({ brackets: true, parentheses: false, labels: true, music: true, scope: likelyScope() }),
    plan: ({ scope, ...options }) => bind(removeHearingImpaired, { ids: idsOf(scope), ...options }),
  }),
  defineOperation({
    id: 'operation.duplicateTrack',
    titleKey: 'operation.duplicateTrack',
    leadKey: 'operation.duplicateTrackLead',
    shortcut: 'Shift+D',
    group: 'text',
    isEnabled: hasCues,
    schema: z.object({
      language: field(LanguageTag.clone(), { labelKey: 'operation.language', control: 'language' }),
      name: field(z.string().max(200), {
        labelKey: 'operation.name',
        helpKey: 'operation.nameHelp',
        control: 'text',
      }),
      withTexts: check('operation.withTexts'),
    }),
    start: () => ({ language: guide().track?.language ?? 'en', name: '', withTexts: true }),
    plan: (values) => bind(duplicateTrack, { ...values, newId, id: guide().track?.id ?? '' }),
  }),
];

/** Every operation that asks something first. */
export const operations: readonly Operation[] = [...timing, ...text];

/** From the first and last cue that are meant; the last one is thought to begin at the playhead. */
function stretchStart() {
  const scope = useSession.getState().selectedCueIds.size > 1 ? 'selected' : 'all';
  const ids = new Set(idsOf(scope));
  const cues = shownCues().filter(({ id }) => ids.has(id));
  const firstFrom = cues[0]?.startMs ?? 0;
  const lastFrom = cues.at(-1)?.startMs ?? 0;
  const { playheadMs } = usePlayback.getState();
  return {
    firstFrom,
    firstTo: firstFrom,
    lastFrom,
    lastTo: playheadMs > firstFrom ? playheadMs : lastFrom,
    scope,
  } as const;
}

function nearestRate(): z.infer<typeof Rate> {
  const { frameRate } = guide();
  return Rate.options.find((name) => Math.abs(RATES[name] - (frameRate ?? 0)) < 0.005) ?? '25';
}
