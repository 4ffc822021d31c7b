/** Finds ffmpeg and ffprobe and looks once at what they can do. */
import { stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import type { Tool } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import {
  isIncomplete,
  missingParts,
  missingTool,
  toolVersion,
  weakTool,
} from '../../../shared/ffmpeg/requirements';
import { runTool } from '../../platform/spawn';

export type ToolName = Tool['name'];

export interface ToolPlaces {
  /** What Settings says: the ffmpeg program, or the folder that holds it and ffprobe. Wins; nothing else is tried then. */
  readonly setting: string | null;
  /** Electron's `process.resourcesPath`; holds `ffmpeg/<os>-<arch>/` with os `linux`, `mac` or `win`. */
  readonly resourcesPath: string | null;
  /** `PATH` of the environment. Relative entries are skipped: never a program from the current folder. */
  readonly searchPath: string | undefined;
}

export interface ToolPaths {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

const LOOK_LIMIT_MS = 10_000;
const OS_FOLDERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'mac', win32: 'win' };

/**
 * Both tools, ffmpeg first. Explicit setting > bundled > PATH; among the latter two a complete one goes before a weak one.
 * Never throws: what is wrong is in `problem` (`tool-missing`, `tool-weak`). Answers are kept by path, time and size.
 */
export async function findTools(places: ToolPlaces): Promise<Tool[]> {
  return Promise.all([findTool('ffmpeg', places), findTool('ffprobe', places)]);
}

/**
 * Where both tools are. Throws `tool-missing` where one is not there, `tool-weak` where it lacks one of `needs`
 * (names as in `Tool.missing`, e.g. `ass`): a weak ffmpeg still serves all work that does not need that.
 */
export function toolPaths(tools: readonly Tool[], needs: readonly string[] = []): ToolPaths {
  const ffmpeg = pathOf('ffmpeg', tools);
  const lacking = tools.flatMap(({ missing }) => missing).filter((name) => needs.includes(name));
  if (lacking.length > 0) throw weakTool(ffmpeg, lacking);
  return { ffmpeg, ffprobe: pathOf('ffprobe', tools) };
}

function pathOf(name: ToolName, tools: readonly Tool[]): string {
  const tool = tools.find((candidate) => candidate.name === name);
  if (typeof tool?.path === 'string') return tool.path;
  throw tool?.problem ? new AppError('tool-missing', tool.problem.detail) : missingTool(name, null);
}

async function findTool(name: ToolName, places: ToolPlaces): Promise<Tool> {
  let weak: Tool | null = null;
  for (const path of candidates(name, places)) {
    const tool = await look(name, path);
    if (tool?.problem === null) return tool;
    weak ??= tool;
  }
  if (weak) return weak;
  const problem = errorData(missingTool(name, places.setting));
  return { name, path: null, version: null, missing: [], problem };
}

function* candidates(name: ToolName, { setting, resourcesPath, searchPath }: ToolPlaces): Generator<string> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  if (setting !== null && setting !== '') {
    if (!isAbsolute(setting)) return;
    yield join(setting, file);
    if (name === 'ffmpeg') yield setting;
    else yield join(dirname(setting), basename(setting).replace('ffmpeg', 'ffprobe'));
    return;
  }
  const os = OS_FOLDERS[process.platform] ?? process.platform;
  if (resourcesPath !== null) yield join(resourcesPath, 'ffmpeg', `${os}-${process.arch}`, file);
  for (const folder of (searchPath ?? '').split(delimiter)) if (isAbsolute(folder)) yield join(folder, file);
}

const looks = new Map<string, Promise<Tool | null>>();

/** What a program can do; null where it is not there or not what its name says. */
async function look(name: ToolName, path: string): Promise<Tool | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const key = JSON.stringify([name, path, found.mtimeMs, found.size]);
  const known = looks.get(key);
  if (known) return known;
  const answer = ask(name, path).catch(() => null);
  looks.set(key, answer);
  // A failure may be passing (a busy machine): it is not worth keeping.
  if ((await answer) === null) looks.delete(key);
  return answer;
}

async function ask(name: ToolName, path: string): Promise<Tool | null> {
  const output = async (arg: string) => {
    const run = await runTool({ command: path, args: ['-hide_banner', arg], timeoutMs: LOOK_LIMIT_MS });
    return run.stdout.toString('utf8');
  };
  const version = toolVersion(name, await output('-version'));
  if (version === null) return null;
  if (name === 'ffprobe') return { name, path, version, missing: [], problem: null };
  const missing = missingParts(await output('-filters'), await output('-encoders'));
  const problem = isIncomplete(missing) ? errorData(weakTool(path, missing)) : null;
  return { name, path, version, missing, problem };
}
