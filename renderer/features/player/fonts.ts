/** The bundled subtitle fonts as bytes for the preview's libass: the very files that a burn-in uses. */
import { usedFonts } from '../../../shared/formats/ass/used-fonts';
import { familyNamed, fontFaces, fontFamilies } from '../../../shared/style/fonts';
import { steadyFont } from '../../../shared/style/steady-font';
/** Address of each bundled file, by where it lies. */
const files = import.meta.glob<string>('../../../node_modules/@expo-google-fonts/*/*/*.ttf', {
  query: '?url',
  import: 'default',
  eager: true,
});
const addresses = new Map(Object.entries(files).map(([path, address]) => [path.split('/').at(-1), address]));

/** What is drawn with until a script says otherwise: each family's plain and bold files. */
const usual = fontFaces.filter(({ family }) => familyNamed(fontFamilies, family) !== null);

const loaded = new Map<string, Promise<Uint8Array>>();

/** The usual faces. Throws when one cannot be had: with a font missing the preview would lie. */
export function loadFonts(): Promise<Uint8Array[]> {
  return Promise.all(usual.map(({ file }) => loadFont(file)));
}

/** The other faces that a script names, as far as `known` (their files) has them not. Throws as `loadFonts`. */
export async function loadFontsOf(script: string, known: Set<string>): Promise<Uint8Array[]> {
  const { families } = usedFonts(script);
  const missing = fontFaces.filter(
    (face) => families.has(face.family.toLowerCase()) && !usual.includes(face) && !known.has(face.file),
  );
  for (const { file } of missing) known.add(file);
  return Promise.all(missing.map(({ file }) => loadFont(file)));
}

/** Fetched once; what failed is tried again. */
function loadFont(file: string): Promise<Uint8Array> {
  const known = loaded.get(file) ?? fetchFont(file);
  loaded.set(file, known);
  known.catch(() => loaded.delete(file));
  return known;
}

async function fetchFont(file: string): Promise<Uint8Array> {
  const address = addresses.get(file);
  if (address === undefined) throw new Error(`no address for ${file}`);
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return steadyFont(new Uint8Array(await response.arrayBuffer()));
}
