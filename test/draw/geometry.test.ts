import { expect, test } from 'vitest';
import { bend, distance, limb, mirror, num, place, to } from '../../scripts/draw/geometry.ts';
import type { Point } from '../../scripts/draw/geometry.ts';
import { hatch } from '../../scripts/draw/marks.ts';
import { shorten } from '../../scripts/draw/shorten.ts';

test('a number has one decimal and no leading zero', () => {
  expect([0.25, -0.26, 3, 10.04].map(num)).toEqual(['.3', '-.3', '3', '10']);
});

test('an angle of 90 degrees points down', () => {
  const [x, y] = to([10, 10], 90, 5);
  expect([num(x), num(y)]).toEqual(['10', '15']);
});

test('an elbow is one upper arm from the shoulder and one forearm from the wrist, on the side that was asked for', () => {
  const [shoulder, wrist]: [Point, Point] = [
    [0, 0],
    [10, 0],
  ];
  const above = bend(shoulder, wrist, 7, 8, -1);
  expect(distance(shoulder, above)).toBeCloseTo(7);
  expect(distance(wrist, above)).toBeCloseTo(8);
  expect(above[1]).toBeLessThan(0);
  expect(bend(shoulder, wrist, 7, 8, 1)[1]).toBeGreaterThan(0);
});

test('an arm that is too short to reach is straight, not broken', () => {
  const elbow = bend([0, 0], [100, 0], 7, 8, 1);
  expect(elbow[0]).toBeCloseTo(7, 0);
  expect(limb([0, 0], 2, elbow, 1)).not.toContain('NaN');
});

test('a mirrored path is the same left and right', () => {
  const half = mirror(
    [0, 0],
    [
      [
        [1, 1],
        [2, 2],
        [3, 4],
      ],
    ],
  );
  expect(half).toBe('M0,0C1,1 2,2 3,4L-3,4C-2,2 -1,1 0,0Z');
});

test('a placed part is flipped, then turned, then moved', () => {
  expect(place('M1,2', [10, 20], 2, 90, true)).toBe('M14,22');
});

test('a shortened path draws the same points with relative commands', () => {
  expect(shorten('M10,10L20,10L20,25H5V1C6,1 7,2 8,2ZM1,1L2,2')).toBe('m10 10l10 0 0 15h-15v-24c1 0 2 1 3 1zm-9-9l1 1');
  expect(shorten('M0,0A5 5 0 1 0 10,0')).toBe('m0 0a5 5 0 1 0 10 0');
  expect(shorten('M1,1h9v9')).toBe('M1,1h9v9');
});

test('hatching stays inside the area that it marks', () => {
  const [lines = ''] = /d="([^"]*)"/.exec(hatch('M10,10L50,10L50,40L10,40Z', 8, 2))?.slice(1) ?? [];
  const places = Array.from(lines.matchAll(/(-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)] as const);
  expect(places.length).toBeGreaterThan(10);
  expect(places.every(([x, y]) => x >= 10 && x <= 50 && y >= 10 && y <= 40)).toBe(true);
});
