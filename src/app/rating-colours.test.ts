import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILTIN_SCALES } from '../domain/builtin-scales.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/**
 * What linear RGB becomes for eyes without one kind of cone, at full severity: G. M. Machado, M. M. Oliveira and L. A. F.
 * Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15 (6), 2009.
 */
const BLINDNESSES: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The weights of relative luminance (WCAG 2.2): what is left without any colour. */
const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];
const ACHROMATOPSIA: Matrix = [LUMINANCE, LUMINANCE, LUMINANCE];
const FULL_SIGHT: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** In OKLab, where the whole way from black to white is 1 and a step that is barely seen side by side about 0.02. */
const LEAST_DISTANCE = 0.065;
/** Seven greys can't lie far apart and be read on: there the mark and the word tell them apart. */
const LEAST_GREY_DISTANCE = 0.01;

const SIGHTS: Readonly<Record<string, { readonly matrix: Matrix; readonly least: number }>> = {
  'full sight': { matrix: FULL_SIGHT, least: LEAST_DISTANCE },
  ...Object.fromEntries(
    Object.entries(BLINDNESSES).map(([name, matrix]) => [name, { matrix, least: LEAST_DISTANCE }]),
  ),
  achromatopsia: { matrix: ACHROMATOPSIA, least: LEAST_GREY_DISTANCE },
};

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

describe.each(THEMES)('in the %s theme', (theme) => {
  const scales = BUILTIN_SCALES.map(({ name, ratings }) => ({ name, ratings }));

  test.each(scales)('the ratings of $name differ for every kind of sight', ({ ratings }) => {
    const colours = ratings.map(({ colour }) => token(`rating-${colour}-solid`, theme));
    const tooNear = Object.entries(SIGHTS)
      .map(([sight, { matrix, least }]) => ({ sight, least, distance: leastDistance(colours, matrix) }))
      .filter(({ distance, least }) => distance < least);
    expect(tooNear).toEqual([]);
  });

  test.each(scales)('the marks and words of $name are read on their colours (WCAG 2.2 AA)', ({ ratings }) => {
    const colours = [...ratings.map(({ colour }) => colour), 'none'];
    const tooFaint = colours.flatMap((colour) => {
      const [solid, tint] = [token(`rating-${colour}-solid`, theme), token(`rating-${colour}-tint`, theme)];
      return [
        {
          what: `mark on its badge: ${colour}`,
          found: contrast(token('rating-ink', theme), solid),
          least: 4.5,
        },
        { what: `marked words: ${colour}`, found: contrast(token('ink', theme), tint), least: 4.5 },
        {
          what: `link in marked words: ${colour}`,
          found: contrast(token('accent', theme), tint),
          least: 4.5,
        },
        ...[tint, token('paper', theme), token('desk', theme)].map((ground) => ({
          what: `line under marked words: ${colour}`,
          found: contrast(solid, ground),
          least: 3,
        })),
      ].filter(({ found, least }) => found < least);
    });
    expect(tooFaint).toEqual([]);
  });
});

test.each(BUILTIN_SCALES.map(({ name, ratings }) => ({ name, ratings })))(
  'without any colour the ratings of $name differ by their mark and by their word',
  ({ ratings }) => {
    expect(new Set(ratings.map(({ mark }) => mark)).size).toBe(ratings.length);
    expect(new Set(ratings.map(({ label }) => label)).size).toBe(ratings.length);
  },
);

/** A colour of tokens.css as linear RGB, 0 to 1. */
function token(name: string, theme: Theme): Rgb {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  const hex = found?.[theme === 'light' ? 1 : 2];
  if (hex === undefined) throw new Error(`tokens.css has no colour --${name} for both themes.`);
  const channel = (at: number): number => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function leastDistance(colours: readonly Rgb[], sight: Matrix): number {
  const seen = colours.map((colour) => toOklab(see(colour, sight)));
  const distances = seen.flatMap((one, i) =>
    seen.slice(i + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])),
  );
  return Math.min(...distances);
}

function see(colour: Rgb, sight: Matrix): Rgb {
  const cut = (value: number): number => Math.min(1, Math.max(0, value));
  return [cut(dot(sight[0], colour)), cut(dot(sight[1], colour)), cut(dot(sight[2], colour))];
}

/** Björn Ottosson's OKLab (2020), from linear sRGB. */
function toOklab(colour: Rgb): Rgb {
  const cones: Rgb = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [dot(LUMINANCE, one), dot(LUMINANCE, other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}
