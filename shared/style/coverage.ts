import { coverageOf, type Coverage } from './cmap';

/**
 * What every face of a bundled family draws: the `cmap` tables of its files, intersected, as `rangesText` writes it. A test
 * reads the files again and compares.
 */
const RANGES: Readonly<Record<string, string>> = {
  'Noto Sans':
    '0 d 20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 900-97f 1ab0-1ac0 1ac5 1ac7-1ace ' +
    '1c80-1c88 1d00-1df9 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d ' +
    '1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2064 2066-2071 2074-208e ' +
    '2090-209c 20a0-20bf 20f0 2100-215f 2184 2189 2212 25cc 2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca ' +
    'a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a8ff a92e ab30-ab6b fb00-fb06 fe00 fe20-fe2f feff fffc-fffd ' +
    '10780-10785 10787-107b0 107b2-107ba 1df00-1df1e',
  'Noto Sans Arabic':
    '0 d 20-7e a0-a3 a5 a7-ab ae-b0 b4 b6-b8 ba-bb bf-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-131 ' +
    '136-137 139-13e 141-148 14a-14d 150-15b 15e-161 164-165 16a-17e 218-21b 237 2c6-2c7 2c9 2d8-2dd ' +
    '300-304 306-308 30a-30c 312 326-328 34f 600-6ff 750-77f 870-88e 890-891 898-8ff 1e80-1e85 1e9e ' +
    '1ef2-1ef3 2009 200b-2011 2013-2014 2018-201a 201c-201e 2022 2026 202f 2039-203a 204f 20ac 2122 2212 ' +
    '221a 25cc 2e41 fb50-fbc2 fbd3-fd8f fd92-fdc7 fdcf fdf0-fdff fe70-fe74 fe76-fefc feff 10efd-10eff',
  'Noto Sans Hebrew':
    '0 d 20-7e a0-a3 a5 a7-ab ae-b0 b4 b6-b8 ba-bb bf-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-131 ' +
    '136-137 139-13e 141-148 150-155 158-15b 15e-161 164-165 16a-16b 16e-17e 218-21b 237 2c6-2c7 2c9 ' +
    '2d8-2dd 300-304 306-308 30a-30c 326-328 34f 591-5c7 5d0-5ea 5ef-5f4 1e80-1e85 1e9e 1ef2-1ef3 ' +
    '200c-2010 2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 20aa 20ac 2122 2212 25cc fb1d-fb36 ' +
    'fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f',
  'Noto Sans Thai':
    '0 d 20-7e a0-a3 a5 a7-ab ae-b0 b4 b6-b8 ba-bb bf-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-131 ' +
    '136-137 139-13e 141-148 14a-14d 150-15b 15e-161 164-165 16a-17e 218-21b 237 2bc 2c6-2c7 2c9 2d7-2dd ' +
    '300-304 306-308 30a-30c 312 326-328 331 e01-e3a e3f-e5b 1e80-1e85 1e9e 1ef2-1ef3 200b-200d 2010 ' +
    '2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 20ac 2122 2212 25cc',
};

/** The code points of each bundled family, by its name. */
export const bundledCoverage: ReadonlyMap<string, Coverage> = new Map(
  Object.entries(RANGES).map(([family, ranges]) => [family, coverageOf(ranges)]),
);
