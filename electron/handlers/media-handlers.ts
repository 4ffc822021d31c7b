import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import type { MediaInfo } from '../../shared/domain/media';
import type { Fingerprint } from '../../shared/domain/project';
import { fingerprintFile, fingerprintKey } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { probeMedia } from '../services/media/probe';
import { makeProxy } from '../services/media/proxy';
import { buildSpectrogram, spectrogramFile } from '../services/spectrogram/spectrogram';
import { readBuckets } from '../services/media/level-file';
import { findShots, knownShots } from '../services/shots/shots';
import type { ToolPaths } from '../services/tools/tools';
import { buildWaveform, readPeaks } from '../services/waveform/waveform';
import { BANDS } from '../../shared/spectrogram/spectrogram';
import { withSound } from '../../shared/domain/sound';
import { SPECTROGRAM_FILE } from '../../shared/waveform/level-file';
import { isVariable } from '../../shared/frames/build';
import type { ServiceParts } from './parts';

interface Footage {
  readonly path: string;
  readonly name: string;
  readonly tools: ToolPaths;
  readonly info: MediaInfo;
  readonly fingerprint: Fingerprint;
  /** What is made of another sound than the main one is kept in a folder of its own. */
  readonly cacheFolder: string;
}

type Names = `media.${string}`;

/** What is worked out from footage and cached by its fingerprint: probe, waveform, frame index, preview proxy. */
export function mediaHandlers(parts: ServiceParts): Pick<Handlers, Extract<keyof Handlers, Names>> {
  const { files, jobs, folders, tools, options } = parts;
  const looked = new Map<string, Promise<Pick<Footage, 'info' | 'fingerprint'>>>();
  const cacheFor = async (sound: number | undefined): Promise<string> => {
    if (sound === undefined) return folders.cache;
    const folder = join(folders.cache, 'sounds', String(sound));
    await mkdir(folder, { recursive: true });
    return folder;
  };

  /** Probe and fingerprint of a file, remembered while its size and time stay: tiles and frames ask again and again. */
  const footage = async (
    file: string,
    { needs = [], sound }: { readonly needs?: readonly string[]; readonly sound?: number | undefined } = {},
  ): Promise<Footage> => {
    const path = files.pathOf(file);
    const found = await tools.paths(needs);
    const stamp = await stat(path).catch(() => null);
    const key = JSON.stringify([path, stamp?.mtimeMs, stamp?.size]);
    const known = looked.get(key) ?? look(path, found);
    looked.set(key, known);
    // A failure may be passing: the next call looks again.
    known.catch(() => looked.delete(key));
    const { info, fingerprint } = await known;
    const heard = { info: withSound(info, sound), fingerprint, cacheFolder: await cacheFor(sound) };
    return { path, name: basename(path), tools: found, ...heard };
  };
  const look = async (path: string, found: ToolPaths) => {
    const fingerprint = await fingerprintFile(path);
    return { fingerprint, info: await probeMedia(path, found) };
  };

  return {
    'media.probe': async ({ file }) => probeMedia(files.pathOf(file), await tools.paths()),
    'media.waveform': async ({ file, sound }) => {
      const { path, name, tools: found, info, fingerprint, cacheFolder } = await footage(file, { sound });
      return jobs.start({
        kind: 'waveform',
        subject: name,
        key: `waveform ${path} ${sound ?? ''}`,
        run: async ({ signal, progress }) => {
          const made = await buildWaveform(path, found, {
            info,
            cacheFolder,
            fingerprint,
            signal,
            onProgress: progress,
          });
          const levels = made.levels.map(({ buckets }) => ({ buckets }));
          return {
            kind: 'waveform',
            bucketsPerSecond: made.bucketsPerSecond,
            levels,
            durationMs: Math.round(made.durationMs),
          };
        },
      });
    },
    'media.peaks': async ({ file, sound, level, from, to }) => {
      const { fingerprint, cacheFolder } = await footage(file, { sound });
      const path = join(cacheFolder, `${fingerprintKey(fingerprint)}.peaks`);
      const peaks = await readPeaks(path, level, from, to);
      return { base64: Buffer.from(peaks.buffer, peaks.byteOffset, peaks.byteLength).toString('base64') };
    },
    'media.spectrogram': async ({ file, sound }) => {
      const { path, name, tools: found, info, fingerprint, cacheFolder } = await footage(file, { sound });
      return jobs.start({
        kind: 'spectrogram',
        subject: name,
        key: `spectrogram ${path} ${sound ?? ''}`,
        run: async ({ signal, progress }) => {
          const options = { info, cacheFolder, fingerprint, signal, onProgress: progress };
          const { bucketsPerSecond, levels } = await buildSpectrogram(path, found, options);
          return {
            kind: 'spectrogram',
            columnsPerSecond: bucketsPerSecond,
            bands: BANDS,
            levels: levels.map(({ buckets }) => ({ columns: buckets })),
          };
        },
      });
    },
    'media.spectrogramColumns': async ({ file, sound, level, from, to }) => {
      const { fingerprint, cacheFolder } = await footage(file, { sound });
      const path = spectrogramFile({ cacheFolder, fingerprint });
      const columns = await readBuckets(SPECTROGRAM_FILE, path, level, from, to);
      return {
        base64: Buffer.from(columns.buffer, columns.byteOffset, columns.byteLength).toString('base64'),
      };
    },
    'media.frames': async ({ file }) => {
      const { path, name, tools: found, info, fingerprint, cacheFolder } = await footage(file);
      return jobs.start({
        kind: 'frames',
        subject: name,
        key: `frames ${path}`,
        run: async ({ signal, progress }) => {
          const index = await buildFrameIndex(path, found, {
            info,
            cacheFolder,
            fingerprint,
            signal,
            onProgress: progress,
          });
          return {
            kind: 'frames',
            count: index.timesMs.length,
            variable: isVariable(index),
          };
        },
      });
    },
    'media.frameTimes': async ({ file, from, to }) => {
      const { path, tools: found, info, fingerprint, cacheFolder } = await footage(file);
      const index = await buildFrameIndex(path, found, { info, cacheFolder, fingerprint });
      return { timesMs: [...index.timesMs.subarray(from, to)] };
    },
    'media.knownShots': async ({ file }) => {
      const { fingerprint, cacheFolder } = await footage(file);
      return { shotsMs: await knownShots({ cacheFolder, fingerprint }) };
    },
    'media.shots': async ({ file }) => {
      const { path, name, tools: found, info, fingerprint, cacheFolder } = await footage(file);
      return jobs.start({
        kind: 'shots',
        subject: name,
        key: `shots ${path}`,
        run: async ({ signal, progress }) => {
          const options = { info, cacheFolder, fingerprint, signal, onProgress: progress };
          return { kind: 'shots', shotsMs: await findShots(path, found, options) };
        },
      });
    },
    'media.proxy': async ({ file, sound }) => {
      const { mediaUrl } = options;
      if (!mediaUrl) throw new AppError('bad-request', { reason: 'nothing is played in this host' });
      const {
        path,
        name,
        tools: found,
        info,
        fingerprint,
        cacheFolder,
      } = await footage(file, { needs: ['scale', 'libx264', 'aac'], sound });
      const target = join(cacheFolder, `${fingerprintKey(fingerprint)}.proxy.mp4`);
      return jobs.start({
        kind: 'proxy',
        subject: name,
        key: `proxy ${path} ${sound ?? ''}`,
        run: async ({ signal, progress }) => {
          const there = await stat(target).catch(() => null);
          if (!there)
            await makeProxy(path, target, found, {
              info,
              signal,
              onProgress: ({ fraction }) => progress(fraction ?? 0),
            });
          return { kind: 'proxy', url: mediaUrl(files.mint(target)) };
        },
      });
    },
  };
}
