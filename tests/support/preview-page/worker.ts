// The order matters: canvases are watched before JASSUB asks for one. Its first message comes at once, so nothing may be awaited.
import './drawn-canvas';
import 'jassub/dist/worker/worker.js';
