// Measures what is drawn, before and after the text or the window changes. Python resizes and asks `govlintLayout`.
const clipping = ["hidden", "clip"];
const scrolling = ["auto", "scroll"];
const frames = () => new Promise((resolve) => {
  // A headless window may draw no frame: a timer goes on without it.
  setTimeout(resolve, 100);
  requestAnimationFrame(() => requestAnimationFrame(resolve));
});

// What is asked of an element again and again while nothing changes; forgotten before each measurement.
let known = new Map();
const forget = () => { known = new Map(); };
const remembered = (question, element, answer) => {
  if (!known.has(question)) known.set(question, new Map());
  const answers = known.get(question);
  if (!answers.has(element)) answers.set(element, answer());
  return answers.get(element);
};

const isDrawn = (element) => remembered("drawn", element, () => isRendered(element));

const hides = (node) => {
  const style = getComputedStyle(node);
  if (Number(style.opacity) === 0 || style.clipPath.startsWith("inset(")) return true;
  if (style.clip !== "auto" && style.position !== "static") return true;
  if (!clipping.includes(style.overflowY)) return false;
  const rect = node.getBoundingClientRect();
  return rect.width <= 2 || rect.height <= 2;
};

const isHiddenFromSight = (element) => remembered("hidden", element, () => {
  const parent = parentOf(element);
  return hides(element) || (parent !== null && isHiddenFromSight(parent));
});

const clips = (element) => remembered("clips", element, () => {
  if (element === document.body || element === document.documentElement) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  if (clipping.includes(overflowX) || clipping.includes(overflowY)) return true;
  const parent = parentOf(element);
  return parent !== null && clips(parent);
});

const textNodes = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (node.data.trim() && !parent.closest("script, style, noscript, template, option, textarea, svg, [aria-hidden=true]")) found.push(node);
  }
  return found;
};

const linesOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
};

// The ancestors that cut an element off, each with the axes on which it does so.
const clippersOf = (element) => {
  const found = [];
  if (!clips(element)) return found;
  let position = "static";
  const axes = { x: true, y: true };
  for (const node of lineage(element)) {
    if (node === document.body || node === document.documentElement) break;
    const style = getComputedStyle(node);
    const holds = style.position !== "static" || style.transform !== "none";
    // What is positioned leaves the ancestors alone that it is not positioned in.
    if (node === element || position === "static" || (position === "absolute" && holds)) {
      if (style.display !== "inline") {
        const cuts = { x: axes.x && clipping.includes(style.overflowX), y: axes.y && clipping.includes(style.overflowY) };
        if (cuts.x || cuts.y) found.push({ node, ...cuts });
        if (scrolling.includes(style.overflowX)) axes.x = false;
        if (scrolling.includes(style.overflowY)) axes.y = false;
      }
      position = style.position === "static" || style.position === "relative" || style.position === "sticky" ? "static" : style.position;
    }
    if (position === "fixed") break;
  }
  return found;
};

const innerBox = (node) => {
  const rect = node.getBoundingClientRect();
  const left = rect.left + node.clientLeft;
  const top = rect.top + node.clientTop;
  return { left, top, right: left + node.clientWidth, bottom: top + node.clientHeight };
};

// Each text that is cut, with what cuts it: a third of a line's height lies inside white space, so that much is no loss.
const cutTexts = () => {
  const found = new Map();
  forget();
  for (const node of textNodes()) {
    const parent = node.parentElement;
    if (!isDrawn(parent)) continue;
    const clippers = remembered("clippers", parent, () => clippersOf(parent));
    if (!clippers.length) continue;
    const lines = linesOf(node);
    const cutting = clippers.find(({ node: clipper, x, y }) => {
      const box = innerBox(clipper);
      return lines.some((line) => (y && Math.max(line.bottom - box.bottom, box.top - line.top) > line.height / 3)
        || (x && Math.max(line.right - box.right, box.left - line.left) > line.height / 3));
    });
    if (cutting && !isHiddenFromSight(parent)) found.set(node, cutting.node);
  }
  return found;
};

// Whether there is text in sight, now, that something could cut if it grew: larger text gives no element another `overflow`.
const mayBeCut = () => textNodes().map((node) => node.parentElement)
  .some((parent) => isDrawn(parent) && remembered("clippers", parent, () => clippersOf(parent)).length > 0 && !isHiddenFromSight(parent));

const isShortened = (clipper) => {
  const style = getComputedStyle(clipper);
  return style.textOverflow !== "clip" && style.whiteSpaceCollapse !== undefined && style.textWrapMode === "nowrap";
};

// One entry for each element that cuts, of what was whole at first.
const newlyCut = () => {
  const found = new Map();
  for (const [node, clipper] of cutTexts()) {
    if (lostBefore.has(node) || found.has(clipper)) continue;
    found.set(clipper, { text: node.data.replace(/\s+/g, " ").trim().slice(0, 80), ellipsis: isShortened(clipper) });
  }
  return found;
};

const told = (found) => [...found].map(([clipper, rest]) => ({ selector: selectorOf(clipper), html: excerptOf(clipper), ...rest }));

const withStyles = async (rules, measure) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  await frames();
  const answer = measure();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return answer;
};

const still = "*, *::before, *::after { transition: none !important; }";
// WCAG 1.4.12 names these four distances.
const spacing = `${still} * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

const withDoubleText = async (measure) => {
  const elements = [...document.querySelectorAll("html, body, body *")].filter((element) => element.style);
  const sizes = elements.map((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return [parseFloat(fontSize) * 2, parseFloat(lineHeight) * 2];
  });
  const kept = elements.map((element) => element.getAttribute("style"));
  elements.forEach((element, index) => {
    const [size, height] = sizes[index];
    element.style.setProperty("transition", "none", "important");
    element.style.setProperty("font-size", `${size}px`, "important");
    if (Number.isFinite(height)) element.style.setProperty("line-height", `${height}px`, "important");
  });
  await frames();
  const answer = measure();
  elements.forEach((element, index) => {
    element.setAttribute("style", kept[index] || "");
    if (kept[index] === null) element.removeAttribute("style");
  });
  return answer;
};

const targetSelector = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], "
  + "[role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=option]";

const isInline = (element) => {
  if (getComputedStyle(element).display !== "inline") return false;
  const block = lineage(element).find((node) => getComputedStyle(node).display !== "inline");
  const length = (node) => remembered("length", node, () => node.textContent.replace(/\s+/g, " ").trim().length);
  return Boolean(block) && length(block) > length(element);
};

const targets = () => [...document.querySelectorAll(targetSelector)]
  .filter((element) => isDrawn(element) && !isDisabled(element))
  .flatMap((element) => {
    const choice = element.matches("input[type=radio], input[type=checkbox]");
    const boxes = [element, ...(choice ? element.labels : [])].map((node) => node.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    if (width <= 1 || height <= 1 || (!choice && isHiddenFromSight(element))) return [];
    return [{
      selector: selectorOf(element), html: excerptOf(element), inline: isInline(element),
      width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10,
    }];
  });

const unquoted = (family) => family.trim().replace(/^["']|["']$/g, "");

// The first of each text's families that is not a web font which did not come.
const fonts = () => {
  const faces = [...document.fonts].map((face) => [unquoted(face.family), face.status]);
  const loaded = new Set(faces.filter(([, status]) => status === "loaded").map(([name]) => name));
  const absent = new Set(faces.map(([name]) => name).filter((name) => !loaded.has(name)));
  const counts = new Map();
  for (const node of textNodes()) {
    const parent = node.parentElement;
    if (!isDrawn(parent)) continue;
    const family = remembered("family", parent, () => {
      const families = getComputedStyle(parent).fontFamily.split(",").map(unquoted);
      return families.find((name) => !absent.has(name)) || families[0];
    });
    counts.set(family, (counts.get(family) || 0) + node.data.trim().length);
  }
  return [...counts].map(([family, count]) => ({ family, count })).sort((one, other) => other.count - one.count);
};

const assets = () => {
  const isFont = (entry) => entry.initiatorType === "css" && /\.(woff2?|ttf|otf|eot)([?#]|$)/i.test(entry.name);
  const sheets = [...document.styleSheets].map((sheet) => sheet.href).filter(Boolean);
  return [...new Set([...sheets, ...performance.getEntriesByType("resource").filter(isFont).map((entry) => entry.name)])].sort();
};

// What WCAG 1.4.10 leaves out: it needs two dimensions to be understood or used.
const twoDimensions = "table, pre, code, img, svg, canvas, video, audio, iframe, object, embed, map, math, [role=img], [role=grid], [role=table], [role=toolbar], [role=application]";

const scrollsItself = (element) => {
  for (const node of lineage(element)) {
    if (node === document.body || node === document.documentElement) return false;
    const { overflowX, position } = getComputedStyle(node);
    if (node !== element && (scrolling.includes(overflowX) || clipping.includes(overflowX))) return true;
    if (position === "fixed") return false;
  }
  return false;
};

const reflow = () => {
  forget();
  const root = document.scrollingElement || document.documentElement;
  const width = root.clientWidth;
  const rightward = getComputedStyle(root).direction !== "rtl";
  const beyond = (rect) => (rightward ? rect.right + window.scrollX - width : -rect.left - window.scrollX);
  const culprits = [];
  const excepted = [];
  const add = (element, rect) => {
    const entry = { selector: selectorOf(element), html: excerptOf(element), right: Math.round(rect.right + window.scrollX) };
    const inner = element.children.length === 1 && !element.textContent.trim() ? element.firstElementChild : element;
    (inner.closest(twoDimensions) || element.querySelector("table, pre") ? excepted : culprits).push(entry);
  };
  if (root.scrollWidth > width + 1) {
    const wide = new Map();
    for (const element of document.body.querySelectorAll("*")) {
      const rect = element.getBoundingClientRect();
      if (rect.width <= 1 || rect.height <= 1 || beyond(rect) <= 1) continue;
      if (!isDrawn(element) || isHiddenFromSight(element) || scrollsItself(element)) continue;
      wide.set(element, rect);
    }
    for (const node of textNodes()) {
      const parent = node.parentElement;
      if (wide.has(parent) || !isDrawn(parent)) continue;
      const line = linesOf(node).find((rect) => beyond(rect) > 1);
      if (!line || isHiddenFromSight(parent) || scrollsItself(parent) || getComputedStyle(parent).overflowX !== "visible") continue;
      wide.set(parent, line);
    }
    wide.forEach((rect, element) => { if (!wide.has(element.parentElement)) add(element, rect); });
  }
  return { width, scroll_width: root.scrollWidth, culprits, excepted };
};

const lostBefore = new Set(); // texts that were cut or not drawn in the first place

window.govlintLayout = {
  async asItIs() {
    await Promise.race([document.fonts.ready, new Promise((resolve) => { setTimeout(resolve, 2000); })]);
    cutTexts().forEach((_, node) => lostBefore.add(node));
    textNodes().filter((node) => !isDrawn(node.parentElement)).forEach((node) => lostBefore.add(node));
    const answer = { targets: targets(), fonts: fonts(), assets: assets() };
    if (!mayBeCut()) return { ...answer, clipped: { text_spacing: [], text_200: [] } };
    const text_spacing = told(await withStyles(spacing, newlyCut));
    const text_200 = told(await withDoubleText(newlyCut)).map((entry) => ({ ...entry, by: "text" }));
    return { ...answer, clipped: { text_spacing, text_200 } };
  },
  async zoomed() {
    await frames();
    return told(newlyCut()).map((entry) => ({ ...entry, by: "zoom" }));
  },
  async narrow() {
    await frames();
    return { ...reflow(), cut: told(newlyCut()) };
  },
};
