import { basename } from 'node:path';
import { pieceOf } from '../../shared/align/piece';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import type { MediaInfo } from '../../shared/domain/media';
import type { Project } from '../../shared/domain/project';
import { knownSound } from '../../shared/domain/sound';
import { alignProject, readyForPieces, type AlignProjectOptions } from '../services/align/align-project';
import { TaughtStore, type Taught } from '../services/align/taught';
import { probeMedia } from '../services/media/probe';
import type { ServiceParts } from './parts';

/** After the whole, a person looks at the doubtful places first; the command line is done by then. */
const PIECES_AFTER_MS = 2000;

/** Timing words against the sound, whole or piece by piece. */
export function alignHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'align.start'> {
  const { jobs, projects, tools, tell } = parts;
  const store = new TaughtStore(parts.folders.cache);
  return {
    'align.start': async ({ session, words }) => {
      check(session);
      const mediaPath = await projects.mediaPath(session);
      const found = await tools.paths();
      const project = projects.get(session);
      const piece = words && pieceOf(project.paragraphs, words, project.meta.media?.durationMs ?? 0);
      if (words && !piece) throw new AppError('bad-request', { reason: 'these words are not there' });
      const work = guidedBy(project);
      if (!work.paragraphs.some(({ words: left }) => left.length > 0)) throw new AppError('empty-transcript');
      return jobs.start({
        kind: 'align',
        subject: basename(mediaPath),
        key: `align ${session} ${words?.from ?? ''} ${words?.to ?? ''}`,
        run: async ({ signal, progress }) => {
          const info = await infoOf(project, () => probeMedia(mediaPath, found, signal));
          const sound = knownSound(info, project.meta.sound);
          const fingerprint = project.meta.media?.fingerprint;
          const by = fingerprint && { fingerprint, sound };
          let more: Taught | undefined;
          const alignment = await alignProject({
            ...work,
            mediaPath,
            ffmpegPath: found.ffmpeg,
            timeline: { container: info.container, startMs: info.startMs },
            sound,
            range: piece ?? undefined,
            taught: by && piece ? await store.find(by) : undefined,
            onTaught: (taught) => {
              more = taught;
            },
            signal,
            onProgress: progress,
            onDraft: (draft) => tell('align.draft', { session, words: [...draft] }),
          });
          // A full disk is no reason to throw the times away.
          if (by && more) await store.keep(by, more).catch(() => {});
          if (!piece) setTimeout(readyForPieces, PIECES_AFTER_MS).unref();
          const range = piece && { startMs: piece.startMs, endMs: piece.endMs };
          return { kind: 'align', alignment, range };
        },
      });
    },
  };
}

/** A file is probed once for all its pieces: a piece takes less time than a probe. By fingerprint; a few KB each. */
const probed = new Map<string, MediaInfo>();

async function infoOf(project: Project, probe: () => Promise<MediaInfo>): Promise<MediaInfo> {
  const key = JSON.stringify(project.meta.media?.fingerprint);
  const info = probed.get(key) ?? (await probe());
  probed.set(key, info);
  return info;
}

/** What the person has said about the words and the sound of a project, as the aligner takes it. */
function guidedBy(
  project: Project,
): Pick<AlignProjectOptions, 'paragraphs' | 'language' | 'fixed' | 'leaveOut'> {
  const paragraphs = project.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.filter(({ notSpoken }) => notSpoken !== true),
  }));
  const fixed = paragraphs.flatMap(({ words }) =>
    words.flatMap(({ id, startMs, endMs, pinned }) =>
      pinned === true && startMs !== null && endMs !== null ? [{ wordId: id, startMs, endMs }] : [],
    ),
  );
  const leaveOut = project.meta.hearing?.leftOut ?? [];
  return { paragraphs, language: project.meta.language, fixed, leaveOut };
}
