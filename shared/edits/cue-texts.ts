/** Edits that change the texts of many cues by one rule. Approvals go and translations become stale as with `cue.setText`. */
import { balanceLines, breakLines } from '../cues/lines';
import type { Profile } from '../domain/profile';
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { profileById, profileFor } from '../profiles/profiles';
import { countCharacters } from '../text/characters';
import { isDialogue } from '../text/dashes';
import { withoutHearingImpaired, type HearingImpairedOptions } from '../text/hearing-impaired';
import { breakOffsets, layBetween, type HardBreaks } from '../text/hard-breaks';
import { isItalic, toggleItalic } from '../text/italics';
import { withoutMarkUp } from '../text/mark-up';
import { endsSentenceHere, namesIn, sentenceCase, type CaseOptions } from '../text/sentence-case';
import { removeCues } from './cue';
import type { Edit } from './edit';
import { previousInLane } from './neighbours';
import { cuesOf, mapCues, trackOf, withHardBreaks, withTexts } from './records';
import { oneLine } from '../text/unspaced';
import { joinWords } from '../transcript/words';

/** Puts each text on two balanced lines, broken by sense (on as many as it has where those are more). Dialogues and hard breaks stay. */
export const balanceCues: Edit<{ ids: readonly string[] }> = {
  command: 'cue.balance',
  label: 'edit.cue.balance',
  apply(project, { ids }) {
    return withTexts(project, cuesOf(project, ids), (cue) => {
      const { profile, language } = guideOf(project, cue);
      return balancedText(cue, profile, language);
    });
  },
};

/** What `balanceCues` makes of one text. */
export function balancedText({ text, hardBreaks = [] }: Lines, profile: Profile, language: string): string {
  if (isDialogue(text.split('\n'))) return text;
  return layBetween(text, hardBreaks, (part, isAll) =>
    balanceLines(part, Math.max(isAll ? 2 : 1, part.split('\n').length), profile, language),
  );
}

/** Lays texts on the fewest lines that their track's profile allows; `onlyBroken`: just those that break its limits now. Dialogues and hard breaks stay. */
export const breakCues: Edit<{ ids: readonly string[]; onlyBroken: boolean }> = {
  command: 'cue.break',
  label: 'edit.cue.break',
  apply(project, { ids, onlyBroken }) {
    return withTexts(project, cuesOf(project, ids), (cue) => {
      const { profile, language } = guideOf(project, cue);
      if (onlyBroken && !isOverLimits(cue.text, profile)) return cue.text;
      return brokenText(cue, profile, language);
    });
  },
};

/** The lines of a cue and which of their breaks stay. */
interface Lines {
  readonly text: string;
  readonly hardBreaks?: HardBreaks | undefined;
}

/** What `breakCues` makes of one text. */
export function brokenText({ text, hardBreaks = [] }: Lines, profile: Profile, language: string): string {
  if (isDialogue(text.split('\n'))) return text;
  return layBetween(text, hardBreaks, (part) => breakLines(part, profile, language));
}

/** Makes all line breaks of texts hard, or soft again where all of them are: hard ones stay when lines are laid anew. */
export const keepBreaks: Edit<{ ids: readonly string[] }> = {
  command: 'cue.keepBreaks',
  label: 'edit.cue.keepBreaks',
  apply(project, { ids }) {
    const cues = cuesOf(project, ids).filter(({ text }) => text.includes('\n'));
    const isSoft = (cue: Cue) => (cue.hardBreaks?.length ?? 0) < breakOffsets(cue.text).length;
    const keeps = cues.some(isSoft);
    return mapCues(project, cues, (cue) => {
      if (keeps && !isSoft(cue)) return cue;
      return withHardBreaks(cue, keeps ? breakOffsets(cue.text).map((_, n) => n) : []);
    });
  },
};

/** Puts texts in italics, or upright where all of them are. */
export const italiciseCues: Edit<{ ids: readonly string[] }> = {
  command: 'cue.italics',
  label: 'edit.cue.italics',
  apply(project, { ids }) {
    const cues = cuesOf(project, ids);
    const isUpright = cues.every(({ text }) => withoutMarkUp(text).trim() === '' || isItalic(text));
    return withTexts(project, cues, ({ text }) => (!isUpright && isItalic(text) ? text : toggleItalic(text)));
  },
};

/** Repairs capital letters; names are known from the transcript and from the other texts of the track. */
export const repairCase: Edit<{ ids: readonly string[] } & CaseOptions> = {
  command: 'cue.repairCase',
  label: 'edit.cue.repairCase',
  apply(project, { ids, starts, capitals }) {
    const previous = previousInLane(project.cues);
    const cues = cuesOf(project, ids);
    const names = namesIn([...transcriptTexts(project), ...textsOfTracks(project, cues)]);
    return withTexts(project, cues, (cue) => {
      const before = previous.get(cue.id);
      const startsSentence = before === undefined || endsSentenceHere(before.text);
      const { language } = trackOf(project, cue.trackId);
      return sentenceCase(cue.text, { starts, capitals }, { language, names, startsSentence });
    });
  },
};

/** Takes sounds, labels and music out of texts; cues that say nothing then go. */
export const removeHearingImpaired: Edit<{ ids: readonly string[] } & HearingImpairedOptions> = {
  command: 'cue.removeHearingImpaired',
  label: 'edit.cue.removeHearingImpaired',
  apply(project, { ids, ...options }) {
    const cues = cuesOf(project, ids);
    const next = withTexts(project, cues, ({ text }) => withoutHearingImpaired(text, options));
    const empty = cuesOf(next, ids).filter(({ text }) => withoutMarkUp(text).trim() === '');
    const had = new Set(cues.filter(({ text }) => withoutMarkUp(text).trim() !== '').map(({ id }) => id));
    return removeCues.apply(next, { ids: empty.filter(({ id }) => had.has(id)).map(({ id }) => id) });
  },
};

function isOverLimits(text: string, profile: Profile): boolean {
  const lines = text.split('\n');
  const isLong = (line: string) =>
    countCharacters(line, { halfWidth: profile.halfWidthCounts }) > profile.maxCharactersPerLine;
  return lines.length > profile.maxLines || lines.some(isLong);
}

function guideOf(project: Project, cue: Cue): { profile: Profile; language: string } {
  const { profileId, language } = trackOf(project, cue.trackId);
  return { profile: profileById(profileId) ?? profileFor(language), language };
}

function transcriptTexts(project: Project): string[] {
  return project.paragraphs.map(({ words }) => joinWords(words));
}

function textsOfTracks(project: Project, cues: readonly Cue[]): string[] {
  const tracks = new Set(cues.map(({ trackId }) => trackId));
  return project.cues
    .filter(({ trackId }) => tracks.has(trackId))
    .map(({ text }) => oneLine(withoutMarkUp(text)));
}
