/** The bundled subtitle fonts as bytes for the preview's libass: the very files that a burn-in uses. */
import { fontFaces } from '../../../shared/style/fonts';
import { steadyFont } from '../../../shared/style/steady-font';
import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import italic from '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import boldItalic from '@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf?url';
import arabic from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf?url';
import arabicBold from '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf?url';
import hebrew from '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf?url';
import hebrewBold from '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf?url';
import thai from '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf?url';
import thaiBold from '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf?url';

/** Address of each file of `fontFaces`. */
const addresses: Readonly<Record<string, string>> = {
  'NotoSans_400Regular.ttf': regular,
  'NotoSans_400Regular_Italic.ttf': italic,
  'NotoSans_700Bold.ttf': bold,
  'NotoSans_700Bold_Italic.ttf': boldItalic,
  'NotoSansArabic_400Regular.ttf': arabic,
  'NotoSansArabic_700Bold.ttf': arabicBold,
  'NotoSansHebrew_400Regular.ttf': hebrew,
  'NotoSansHebrew_700Bold.ttf': hebrewBold,
  'NotoSansThai_400Regular.ttf': thai,
  'NotoSansThai_700Bold.ttf': thaiBold,
};

let loading: Promise<Uint8Array[]> | null = null;

/** Every bundled face, fetched once. Throws when one cannot be had: with a font missing the preview would lie. */
export function loadFonts(): Promise<Uint8Array[]> {
  loading ??= Promise.all(fontFaces.map(({ file }) => loadFont(file))).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadFont(file: string): Promise<Uint8Array> {
  const address = addresses[file];
  if (address === undefined) throw new Error(`no address for ${file}`);
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return steadyFont(new Uint8Array(await response.arrayBuffer()));
}
