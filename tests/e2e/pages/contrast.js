// The contrast of every text that is shown with what is behind it: [[ratio, text], …]
// (WCAG 2.2, relative luminance and contrast ratio). A gradient counts with its lightest end.
() => {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.backgroundImage.includes("gradient")) {
        return parse(style.backgroundImage.match(/rgb\([^)]*\)/g).pop());
      }
      const color = parse(style.backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim().slice(0, 40);
    if (!text || !node.offsetParent || node.closest(".sr-only, script, noscript")) continue;
    const pair = [luminance(parse(getComputedStyle(node).color)), luminance(behind(node))];
    found.push([(Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05), text]);
  }
  return found;
}
