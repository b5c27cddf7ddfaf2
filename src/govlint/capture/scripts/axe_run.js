// Runs axe-core with the tags given and hands on, as JSON text, only what a report needs.
(async (axe, page, tags, frameSeconds) => {
  // What moves is judged as it stands in the end; what never ends stands still.
  for (const animation of page.getAnimations()) {
    try {
      animation.finish();
    } catch {
      animation.pause();
    }
  }

  // What has to be mended, in one line; nothing where there are several ways out, for none of them alone is the fault.
  const reason = (node) => {
    const must = [...node.none, ...node.all];
    if (must.length) return must[0].message;
    return node.any.length === 1 ? node.any[0].message : "";
  };

  const flat = (target) => [target].flat(Infinity).map(String);

  const node = (found) => ({
    target: flat(found.target),
    html: found.html.length > 400 ? `${found.html.slice(0, 399)}…` : found.html,
    summary: found.failureSummary || "",
    message: reason(found),
    impact: found.impact || null,
  });

  const result = (outcome) => (rule) => ({
    id: rule.id,
    impact: rule.impact || null,
    outcome,
    nodes: ["violations", "incomplete"].includes(outcome) ? rule.nodes.map(node) : [],
  });

  const known = new Set(axe.getRules().flatMap((rule) => rule.tags));
  const options = {
    runOnly: { type: "tag", values: tags.filter((tag) => known.has(tag)) },
    resultTypes: ["violations", "incomplete"],
    frameWaitTime: frameSeconds * 1000,
  };

  try {
    const answer = await axe.run(page, options);
    return JSON.stringify({
      version: answer.testEngine.version,
      results: ["violations", "incomplete", "passes", "inapplicable"].flatMap((outcome) => answer[outcome].map(result(outcome))),
    });
  } catch (error) {
    return JSON.stringify({ error: String((error && error.message) || error) });
  }
})
