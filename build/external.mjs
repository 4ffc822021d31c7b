/** Packages that stay in node_modules: electron is the host itself, the others find their data beside their own files. */
export const EXTERNAL = [
  'electron',
  '@echogarden/espeak-ng-emscripten',
  'hunspell-wasm',
  'lindera-wasm-nodejs-ipadic',
];
