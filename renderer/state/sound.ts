/** Which of the footage's sounds is heard, drawn and aligned. */
import type { Input } from '../../shared/api/contract';
import type { AudioStream } from '../../shared/domain/media';
import { soundsOf } from '../../shared/domain/sound';
import { setProjectSound } from '../../shared/edits/project';
import { run, useDocument, type DocumentState } from './document';

const NO_SOUNDS: readonly AudioStream[] = [];

/** What calls about a sound take: the file, and the sound where it is not the main one. */
export type HeardFile = Input<'media.waveform'>;

/** The footage's sounds, in its order. */
export function sounds(
  { media }: Pick<DocumentState, 'media'> = useDocument.getState(),
): readonly AudioStream[] {
  return media.info ? soundsOf(media.info) : NO_SOUNDS;
}

/** Index of the stream that the person chose; undefined for the main one, and where the choice is not in the file. */
export function chosenSound({
  media,
  project,
}: Pick<DocumentState, 'media' | 'project'>): number | undefined {
  const { sound } = project.meta;
  if (sound === undefined || sound === media.info?.audio?.index) return undefined;
  return sounds({ media }).some(({ index }) => index === sound) ? sound : undefined;
}

/** Chooses a sound by the index of its stream, as an edit. */
export function chooseSound(index: number): void {
  const main = useDocument.getState().media.info?.audio?.index;
  run(setProjectSound, { sound: index === main ? null : index });
}

/** The sound after the one that is heard, around the end. */
export function nextSound(): void {
  const state = useDocument.getState();
  const all = sounds(state);
  const now = chosenSound(state) ?? state.media.info?.audio?.index;
  const next = all[(all.findIndex(({ index }) => index === now) + 1) % Math.max(1, all.length)];
  if (next) chooseSound(next.index);
}

/** As calls take it. */
export function heardFile(file: string, sound: number | undefined): HeardFile {
  return sound === undefined ? { file } : { file, sound };
}
