import { alignCommands } from '../features/align/index';
import { checkCommands } from '../features/check-words/index';
import { brandingCommands } from '../features/branding/index';
import { clipCommands } from '../features/clip/index';
import { cueCommands } from '../features/cues/index';
import { exportCommands } from '../features/export/index';
import { findCommands } from '../features/find/index';
import { findingCommands } from '../features/findings/index';
import { importCommands } from '../features/import/index';
import { listeningCommands } from '../features/listening/index';
import { markerCommands } from '../features/markers/index';
import { namesCommands } from '../features/names/index';
import { operationCommands } from '../features/operations/index';
import { playerCommands } from '../features/player/index';
import { redactionCommands } from '../features/redaction/index';
import { reviewCommands } from '../features/review/index';
import { retimeCommands } from '../features/retime/index';
import { spellingCommands } from '../features/spelling/index';
import { startCommands } from '../features/start/index';
import { styleCommands } from '../features/styles/index';
import { tapCommands } from '../features/tap/index';
import { timelineCommands } from '../features/timeline/index';
import { transcriptCommands } from '../features/transcript/index';
import { translationCommands } from '../features/translation/index';
import { appCommands } from './app-commands';
import type { Command } from './commands';

/** Every command there is, whichever panels are shown; each tells by `isEnabled` when it makes sense. */
export const allCommands: readonly Command[] = [
  ...startCommands,
  ...appCommands,
  ...importCommands,
  ...transcriptCommands,
  ...alignCommands,
  ...retimeCommands,
  ...reviewCommands,
  ...exportCommands,
  ...clipCommands,
  ...brandingCommands,
  ...namesCommands,
  ...playerCommands,
  ...cueCommands,
  ...operationCommands,
  ...styleCommands,
  ...redactionCommands,
  ...tapCommands,
  ...findCommands,
  ...findingCommands,
  ...spellingCommands,
  ...timelineCommands,
  ...listeningCommands,
  ...markerCommands,
  ...checkCommands,
  ...translationCommands,
];
