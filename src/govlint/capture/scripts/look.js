// How an element looks, in words: what focus may change of it, its surroundings and what stands for it.
const drawn = [
  "background-color", "background-image", "background-position", "background-size", "box-shadow", "color", "opacity",
  "visibility", "display", "filter", "transform", "translate", "scale", "clip", "clip-path", "fill", "stroke",
  "stroke-width", "font-weight", "font-style", "font-size", "letter-spacing", "z-index",
];
const sides = ["top", "right", "bottom", "left"];

// Only what is seen: the colour of a line that has no width says nothing.
const lineOf = (style, name) => {
  const width = style.getPropertyValue(`${name}-width`);
  const kind = style.getPropertyValue(`${name}-style`);
  if (kind === "none" || kind === "hidden" || width === "0px") return "-";
  return `${width} ${kind} ${style.getPropertyValue(`${name}-color`)}`;
};

const styleText = (element, pseudo) => {
  const style = element.ownerDocument.defaultView.getComputedStyle(element, pseudo);
  if (pseudo && ["none", "normal"].includes(style.content)) return "-";
  const underline = style.textDecorationLine === "none"
    ? "-"
    : [style.textDecorationLine, style.textDecorationStyle, style.textDecorationColor,
      style.textDecorationThickness, style.textUnderlineOffset].join(" ");
  const outline = lineOf(style, "outline");
  return [
    ...drawn.map((name) => style.getPropertyValue(name)),
    underline,
    outline, outline === "-" ? "" : style.outlineOffset,
    ...sides.map((side) => lineOf(style, `border-${side}`)),
    pseudo ? `${style.content} ${style.width} ${style.height} ${style.top} ${style.left}` : "",
  ].join("|");
};

const withPseudos = (element) => [null, "::before", "::after"].map((pseudo) => styleText(element, pseudo)).join("\n");

const around = (element) => {
  const found = new Set([element]);
  let sibling = element.nextElementSibling;
  for (let count = 0; sibling && count < 3; count += 1, sibling = sibling.nextElementSibling) found.add(sibling);
  for (const label of element.labels || []) {
    found.add(label);
    [...label.querySelectorAll("*")].slice(0, 10).forEach((inner) => found.add(inner));
  }
  [...element.querySelectorAll("*")].slice(0, 15).forEach((inner) => found.add(inner));
  [...ancestors(element)].slice(0, 6).forEach((outer) => found.add(outer));
  return found;
};

// A transition that focus began would show the old look for a while: its end is what counts.
const endTransitions = (element) => {
  for (const animation of element.ownerDocument.getAnimations()) {
    if (animation instanceof element.ownerDocument.defaultView.CSSTransition) animation.finish();
  }
};

const sizeOf = (element) => {
  const rect = element.getBoundingClientRect();
  return `${Math.round(rect.width)} ${Math.round(rect.height)} ${rect.right > 0 && rect.bottom > -window.scrollY}`;
};

// A list of texts: the size, then each element around. `known` may hold those that were written while nothing changed.
const lookOf = (element, known = new Map()) => {
  endTransitions(element);
  return [sizeOf(element), ...[...around(element)].map((node) => {
    if (!known.has(node)) known.set(node, withPseudos(node));
    return known.get(node);
  })];
};

// Whether it looks as it did; the first difference is enough.
const stillLooks = (element, before) => {
  endTransitions(element);
  if (sizeOf(element) !== before[0]) return false;
  const nodes = [...around(element)];
  return nodes.length === before.length - 1 && nodes.every((node, index) => withPseudos(node) === before[index + 1]);
};
