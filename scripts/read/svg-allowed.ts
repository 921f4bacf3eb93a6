/*
 * What an SVG may hold to be embedded (SVG 2): shapes, text and paint servers. What can run, fetch, link or animate is
 * not here, nor are filters and masks' cousins that printers turn into coarse bitmaps.
 */

/** Elements that stay. */
export const svgElements = words(`
  svg g defs symbol use title desc switch
  path rect circle ellipse line polyline polygon
  text tspan textPath style
  linearGradient radialGradient stop pattern clipPath mask marker
`);

/** Elements whose tags go while what is in them stays. */
export const svgWrappers = words('a');

/** Elements that go without a word: they draw nothing. */
export const svgSilent = words('metadata view cursor');

/** Elements in which letters count. */
export const svgTextElements = words('text tspan textPath title desc');

/** Attributes that say what and where. */
export const svgAttributes = words(`
  id class role aria-label aria-hidden xml:space xml:lang lang
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength rotate
  viewBox preserveAspectRatio transform href offset
  gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
  markerUnits markerWidth markerHeight orient refX refY
  textLength lengthAdjust startOffset method spacing side
`);

/** Properties that say how it looks: as attributes, in `style` attributes and in `style` elements (SVG 2 §6.1). */
export const svgProperties = words(`
  fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset paint-order vector-effect color opacity display visibility overflow
  clip-path clip-rule mask mask-type marker marker-start marker-mid marker-end stop-color stop-opacity
  font-family font-size font-style font-weight font-variant font-stretch letter-spacing word-spacing text-anchor
  text-decoration dominant-baseline alignment-baseline baseline-shift direction unicode-bidi writing-mode
  shape-rendering text-rendering color-interpolation transform-origin transform-box mix-blend-mode isolation
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
