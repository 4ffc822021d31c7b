import type { Tool } from '../../../shared/api/contract';
import { errorFromData } from '../../../shared/api/errors';
import { missingTool } from '../../../shared/ffmpeg/requirements';

/** Where ffmpeg is. Throws `tool-missing`. */
export function ffmpegPath(tools: readonly Tool[]): string {
  const tool = tools.find(({ name }) => name === 'ffmpeg');
  if (tool && tool.path !== null) return tool.path;
  throw tool?.problem ? errorFromData(tool.problem) : missingTool('ffmpeg', null);
}
