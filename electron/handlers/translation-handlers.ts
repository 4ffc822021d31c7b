import { basename, dirname } from 'node:path';
import type { TextSource } from '../../shared/api/contract';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { sourceTrackOf } from '../../shared/edits/make-subtitles';
import { readFileCapped } from '../platform/files';
import { speakersAsNames } from '../../shared/safety/public-project';
import type { Term } from '../../shared/translation/glossary/terms';
import { mergeTerms } from '../../shared/translation/glossary/write';
import { requestLine } from '../../shared/translation/machine/protocol';
import { cuesToTranslate, machineTexts } from '../../shared/translation/machine/requests';
import { runWorker } from '../platform/workers';
import { exportGlossary, exportMemory } from '../services/memory/export-memory';
import { digestOf, recordBeside, recordHandedOver } from '../services/export/record';
import { Clearance, Cleared } from '../services/safety/clearance';
import { protectedNames } from '../services/safety/name-lists';
import { runTranslator } from '../services/translation/machine';
import { PlaceResult, type PlaceWork } from '../services/translation/place-work';
import { createTranslationHelp } from '../services/memory/translation-help';
import { createClearing } from './clearing';
import type { ServiceParts } from './parts';

const help = createTranslationHelp();

/** Largest translation that is read. */
const MAX_BYTES = 50 * 1024 * 1024 - 1;

/** What is done with translations besides editing them. */
export function translationHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, `translation.${'place' | 'help' | 'search' | 'keep' | 'machine' | 'terms' | 'export'}`> {
  const { files, jobs, means, projects, settings } = parts;
  const { guarded } = createClearing(parts);
  const inputOf = async (source: TextSource): Promise<PlaceWork['input']> => {
    if (source.kind === 'text') return { text: source.text };
    if (source.kind === 'bytes') return { bytes: Buffer.from(source.base64, 'base64'), name: source.name };
    const path = files.pathOf(source.file);
    return { bytes: await readFileCapped(path, MAX_BYTES), name: basename(path) };
  };
  const trackOf = (session: string, id: string) => {
    const track = projects.get(session).tracks.find((each) => each.id === id);
    if (!track) throw new AppError('bad-request', { reason: `there is no track ${id}` });
    return track;
  };
  return {
    'translation.help': async ({ session, cue }) => {
      check(session);
      const { matches, terms, unreadable } = await help.forCue(
        projects.state(session).path,
        projects.get(session),
        cue,
      );
      return {
        matches: [...matches],
        terms: terms.map((term) => ({ ...plainTerm(term), isUsed: term.isUsed, wrong: [...term.wrong] })),
        unreadable: [...unreadable],
      };
    },
    'translation.terms': async ({ session, track: id, stamp }) => {
      check(session);
      const project = projects.get(session);
      const [source, track] = [sourceTrackOf(project), trackOf(session, id)];
      if (!source || track.kind !== 'translation') return null;
      const found = await help.terms(projects.state(session).path, source.language, track.language);
      if (!found) return null;
      const terms = found.terms.map(plainTerm);
      return { stamp: found.stamp, terms: found.stamp === stamp ? null : terms };
    },
    'translation.search': async ({ session, track, phrase }) => {
      check(session);
      const place = projects.state(session).path;
      return { units: await help.search(place, projects.get(session), trackOf(session, track), phrase) };
    },
    'translation.keep': async ({ session, track }) => {
      check(session);
      const { path, draft } = projects.state(session);
      if (draft)
        throw new AppError('bad-request', { reason: 'a draft has no folder of its own: save it first' });
      const { path: file, units } = await help.keep(path, projects.get(session), trackOf(session, track));
      return { file: basename(file), units };
    },
    'translation.export': async ({ session, tracks: ids, format, target, override }) => {
      check(session);
      const project = projects.get(session);
      const source = sourceTrackOf(project);
      const tracks = ids.map((id) => trackOf(session, id)).filter(({ kind }) => kind === 'translation');
      if (!source || tracks.length === 0) throw new AppError('no-cues');
      const sourcePaths = guarded(session);
      const names = await protectedNames(sourcePaths.map((path) => dirname(path)));
      const targetPath = files.pathOf(target);
      const recordFile = (clearance: Clearance, replaced: number) =>
        recordBeside(
          {
            path: targetPath,
            output: { kind: 'memory', format },
            languages: [source, ...tracks].map(({ language }) => language),
            clearance,
            replaced,
            checks: [],
            inputs: digestOf({ project, format, version: means.version }),
            media: null,
            labels: [],
          },
          means,
          { isWanted: false },
        );
      if (format === 'tmx') {
        const trackIds = [source.id, ...tracks.map(({ id }) => id)];
        const scope = { trackIds, speakers: false, transcript: false, labels: false };
        const cleared = Cleared.from(project, scope, { names, override });
        const count = await exportMemory(cleared, trackIds, targetPath, sourcePaths);
        await recordFile(cleared.clearance, cleared.replaced);
        return { file: await files.info(targetPath), count };
      }
      const pairs = new Map<string, readonly Term[]>();
      for (const { language } of tracks) {
        const found = await help.terms(projects.state(session).path, source.language, language);
        if (found) pairs.set(language, found.terms);
      }
      const entries = mergeTerms(pairs);
      if (entries.length === 0) throw new AppError('no-glossary');
      const terms = { entries, source: source.language, languages: [...pairs.keys()] };
      const clearance = Clearance.of([], { names: [...names, ...speakersAsNames(project)], override });
      const count = await exportGlossary(clearance, format, terms, targetPath, sourcePaths);
      await recordFile(clearance, 0);
      return { file: await files.info(targetPath), count };
    },
    'translation.machine': async ({ session, track: id, scope, override }) => {
      check(session);
      const { translator } = await settings.get();
      if (!translator) throw new AppError('no-translator');
      const project = projects.get(session);
      const [source, track] = [sourceTrackOf(project), trackOf(session, id)];
      if (!source || track.kind !== 'translation') throw new AppError('no-cues');
      const cues = cuesToTranslate(project, track.id, scope);
      // What the program does with it nobody here can know: it gets what an export of the source would show.
      const cleared = Cleared.from(
        project,
        { trackIds: [source.id], speakers: true, transcript: false, labels: false },
        { names: await protectedNames(guarded(session).map((path) => dirname(path))), override },
      );
      const by = basename(translator.program).slice(0, 100);
      const handedOver = machineTexts(cues, cleared.project).map(requestLine).join('');
      return jobs.start({
        kind: 'translate',
        subject: track.language,
        key: `translate ${session} ${track.id}`,
        run: async ({ signal, progress }) => {
          await recordHandedOver(
            `${projects.state(session).path}.${track.language}.drafts`,
            { cleared, text: handedOver, program: by, languages: [source.language] },
            means,
          );
          const { texts, ...rest } = await runTranslator({
            translator,
            cleared,
            cues,
            sourceLanguage: source.language,
            targetLanguage: track.language,
            signal,
            onProgress: progress,
          });
          const answers = cues.flatMap(({ id: cue, text: before }) => {
            const text = texts.get(cue);
            return text === undefined ? [] : [{ cue, before, text }];
          });
          return {
            kind: 'translate',
            answers,
            made: { by, atMs: Date.now() },
            asked: rest.asked,
            odd: rest.odd,
            said: [...rest.said],
          };
        },
      });
    },
    'translation.place': async ({ session, language, profileId, source, encoding }) => {
      check(session);
      const project = projects.get(session);
      const track = sourceTrackOf(project);
      const cues = project.cues.filter(({ trackId }) => trackId === track?.id);
      if (!track || cues.length === 0) throw new AppError('no-cues');
      const work: PlaceWork = {
        cues,
        sourceLanguage: track.language,
        targetLanguage: language,
        profileId,
        input: await inputOf(source),
        encoding,
      };
      return jobs.start({
        kind: 'place',
        subject: language,
        run: async ({ signal, progress }) => {
          const result = await runWorker('translation', work, { signal, onProgress: progress });
          return { kind: 'place', ...PlaceResult.parse(result) };
        },
      });
    },
  };
}

function plainTerm({ source, target, also, forbidden }: Term) {
  return { source, target, ...(also ? { also } : {}), forbidden: [...forbidden] };
}
