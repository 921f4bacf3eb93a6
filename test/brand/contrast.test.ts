import { assert, integer, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAccent } from '../../scripts/brand/accent.ts';
import { brandStyle } from '../../scripts/brand/brand-style.ts';
import { lowestContrast, measurePairs, mendColours } from '../../scripts/brand/contrast.ts';
import { contrastOf } from '../../scripts/brand/luminance.ts';
import { hexOf, oklchOf } from '../../scripts/brand/oklch.ts';
import { ownColours } from '../../scripts/brand/own-colours.ts';
import { figures } from '../../scripts/draw/figures.ts';
import { accent } from '../../scripts/draw/kit.ts';
import type { Asset, Colours } from '../../scripts/model.ts';

const colour = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colours: Arbitrary<Colours> = record({ brand: colour, brandTint: colour, onBrand: colour });

test('contrast is that of WCAG 2.2', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test('a colour survives OKLCH', () => {
  assert(property(colour, (value) => hexOf(oklchOf(value)) === value));
});

describe('mended colours', () => {
  test('pass in every pair, on paper and on a dark screen, whatever a clinic wrote', () => {
    assert(
      property(colours, (value) => {
        const mended = mendColours(value);
        for (const scheme of ['light', 'dark'] as const)
          expect(measurePairs(mended, scheme).filter(({ ratio, least }) => ratio < least)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('stay as they are when mended again', () => {
    assert(
      property(colours, (value) => {
        const mended = mendColours(value);
        expect(mendColours(mended)).toEqual(mended);
      }),
      { numRuns: 100 },
    );
  });

  test('keep the hue, and are no farther than needed', () => {
    const { brand } = mendColours({ ...ownColours, brand: '#3a9bd9' });
    expect(brand).toBe('#005e8f');
    expect(Math.abs(oklchOf(brand).hue - oklchOf('#3a9bd9').hue)).toBeLessThan(0.1);
    // 7:1 and hardly more.
    expect(contrastOf(brand, '#ffffff')).toBeGreaterThanOrEqual(7);
    expect(contrastOf(brand, '#ffffff')).toBeLessThan(7.1);
    expect(mendColours(ownColours)).toEqual(ownColours);
  });
});

test('the lowest contrast of a product is that of its worst pair', () => {
  expect(lowestContrast(ownColours)).toMatchObject({ text: 'brand', on: 'tint', least: 4.5 });
  expect(lowestContrast({ ...ownColours, brand: '#3a9bd9' }).ratio).toBeLessThan(3.1);
  expect(lowestContrast(ownColours, 'dark').ratio).toBeGreaterThan(7);
});

describe('what a clinic’s colours change', () => {
  const plum: Colours = { brand: '#5f2a63', brandTint: '#f5eaf5', onBrand: '#ffffff' };

  test('the brand tokens, on a dark screen too; the publisher’s own change nothing', () => {
    expect(brandStyle(plum)).toContain('--brand: #5f2a63; --brand-tint: #f5eaf5; --on-brand: #ffffff;');
    expect(brandStyle(plum)).toContain('prefers-color-scheme: dark');
    expect(brandStyle(ownColours)).toBe('');
  });

  test.each(Object.entries(figures))('the accent of %s, at 3:1 or more against white', (name, draw) => {
    const asset: Asset = {
      id: `${name}.svg`,
      name: `${name}.svg`,
      mediaType: 'image/svg+xml',
      bytes: new TextEncoder().encode(draw()),
      width: 320,
      height: 240,
    };
    expect(read(withAccent(asset, plum))).toBe(read(asset).replaceAll(accent, plum.brand));
    expect(read(withAccent(asset, plum))).not.toContain(accent);
    expect(read(withAccent(asset, ownColours))).toBe(read(asset));
    const before = new Set(read(asset).match(/#[0-9a-f]{6}/g));
    const after = new Set(read(withAccent(asset, { ...plum, brand: '#ffee00' })).match(/#[0-9a-f]{6}/g));
    const [swapped = ''] = [...after].filter((value) => !before.has(value));
    expect(contrastOf(swapped, '#ffffff')).toBeGreaterThanOrEqual(3);
  });
});

function read(asset: Asset): string {
  return new TextDecoder().decode(asset.bytes);
}
