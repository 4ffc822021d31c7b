/** Interviews made of the Universal Declaration: subtitles in one language, whose translation is known. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintFile } from '../../electron/services/media/fingerprint';
import { makeSubtitles } from '../../shared/edits/make-subtitles';
import { replaceTranscript } from '../../shared/edits/transcript';
import type { Project } from '../../shared/domain/project';
import { writeProjectFile } from '../../shared/formats/project/write';
import { emptyProject } from '../../shared/history/tables';
import { testMedia } from './media';
import { idMaker } from './sample-project';

/** About how long a letter is spoken, and a breath after a paragraph, ms. */
const LETTER_MS = 62;
const BREATH_MS = 700;

/** A project whose transcript is these paragraphs, each word timed at an even pace, with its source subtitles made. */
export function projectOf(paragraphs: readonly string[], language: string): Project {
  const newId = idMaker('i');
  const draft = {
    speakers: [],
    paragraphs: paragraphs.map((text) => ({ speaker: null, hintMs: null, text })),
  };
  const blank = emptyProject({ id: 'udhr', title: 'Declaration', language });
  const written = replaceTranscript.apply(blank, { newId, draft, language });
  let at = 500;
  const timed = written.paragraphs.map((paragraph) => {
    const words = paragraph.words.map((word) => {
      const startMs = at;
      at += (word.text.length + 1) * LETTER_MS;
      return { ...word, startMs, endMs: at - LETTER_MS, confidence: 0.9 };
    });
    at += BREATH_MS;
    return { ...paragraph, words };
  });
  return makeSubtitles.apply({ ...written, paragraphs: timed }, { newId, frameRate: 25, durationMs: at });
}

/** Writes a project as `declaration.outspoken` into a folder, with a grey film as long as it. */
export async function writeDeclaration(folder: string, project: Project): Promise<void> {
  const durationMs = project.cues.reduce((most, { endMs }) => Math.max(most, endMs), 0) + 1000;
  const film = testMedia([
    ...['-f', 'lavfi', '-i', `color=c=0x30343c:s=640x360:r=25:d=${durationMs / 1000}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '250', '-pix_fmt', 'yuv420p'],
  ]);
  copyFileSync(film, join(folder, 'declaration.mp4'));
  const media = { path: 'declaration.mp4', fingerprint: await fingerprintFile(film), durationMs };
  const text = writeProjectFile({
    project: { ...project, meta: { ...project.meta, media } },
    savedSeq: 0,
    savedEntry: null,
    extra: {},
  });
  writeFileSync(join(folder, 'declaration.outspoken'), text);
}
