// What lies over what has focus: only what stays in place while the page scrolls can hide it.
// Style sheets of shadow roots and of frames are not read: such pages are always looked at.
const hasInnerTrees = [...document.querySelectorAll("*")].some((element) => element.shadowRoot || framed(element));
const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };

const inView = (box) => box.width > 1 && box.height > 1
  && box.x < viewport.width && box.x + box.width > 0 && box.y < viewport.height && box.y + box.height > 0;

const seenBox = (element) => [element, ...(element.labels || [])].map(boxOf).find(inView);

// Selectors of all that a style sheet may keep in place while the page scrolls; null where that cannot be read from it.
const usual = ["", "static", "relative", "absolute"];
const rulesOf = (sheet) => {
  try {
    return sheet.cssRules;
  } catch {
    return null; // of another origin
  }
};
const isScope = (rule) => window.CSSScopeRule !== undefined && rule instanceof CSSScopeRule;
const stayingIn = (rules, nested = false) => [...rules].flatMap((rule) => {
  const inner = rule.styleSheet ? rulesOf(rule.styleSheet) : rule.cssRules;
  if (inner === null) return [null];
  const within = inner ? stayingIn(inner, nested || rule.selectorText !== undefined || isScope(rule)) : [];
  if (!rule.style || usual.includes(rule.style.getPropertyValue("position"))) return within;
  return [...within, nested || rule.selectorText === undefined ? null : rule.selectorText];
});

const sheetsOf = () => [...document.styleSheets, ...document.adoptedStyleSheets];
// What stays without a style sheet's word: by its own style, or in the top layer.
const ofItself = "[style*=position], dialog, [popover]";
const knownStaying = { size: -1, selector: null };
const stayingSelector = () => {
  const all = sheetsOf().map(rulesOf);
  const size = all.reduce((sum, rules) => sum + 1 + (rules ? rules.length : 0), 0);
  if (size !== knownStaying.size) {
    const found = all.flatMap((rules) => (rules ? stayingIn(rules) : [null]));
    Object.assign(knownStaying, { size, selector: found.includes(null) ? null : [ofItself, ...found].join(", ") });
  }
  return knownStaying.selector;
};

// To ask what lies at a point costs the browser as much as a key press: only where something may stay in place at all.
const mayBeCovered = () => {
  if (hasInnerTrees) return true;
  const selector = stayingSelector();
  if (selector === null) return true;
  try {
    return [...document.querySelectorAll(selector)].some((node) => ["fixed", "sticky"].includes(getComputedStyle(node).position));
  } catch {
    return true;
  }
};

// Whether something that stays while the page scrolls lies over the whole of it.
const isObscured = (element, box) => {
  if (!mayBeCovered()) return false;
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
    .map(([across, down]) => [box.x + box.width * across, box.y + box.height * down])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < viewport.width && y < viewport.height);
  return points.length > 0 && points.every(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    if (!top) return false;
    const own = [element, ...(element.labels || [])];
    if (lineage(element).includes(top) || own.some((node) => lineage(top).includes(node))) return false;
    return lineage(top).some((node) => {
      const style = getComputedStyle(node);
      const opaque = Number(style.opacity) > 0.5
        && (!/^rgba\(.*, 0(\.[0-4]\d*)?\)$|^transparent$/.test(style.backgroundColor) || style.backgroundImage !== "none");
      return ["fixed", "sticky"].includes(style.position) && opaque && !lineage(element).includes(node);
    });
  });
};

