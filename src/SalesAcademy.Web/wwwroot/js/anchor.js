// Finds words in a passage by what they are and what stands around them. Blanks are folded, as the server folds them.
const blank = /\s/;

/** The range of the quoted words in the block, or null when they are not there. */
export function rangeOf(block, { quote, prefix = '', suffix = '' }) {
  const { text, places } = fold(block);
  const inPlace = text.indexOf(prefix + quote + suffix);
  // Elsewhere in the passage only if the words stand there once: rather no line than one under the wrong words.
  const at = inPlace >= 0 ? inPlace + prefix.length : text.indexOf(quote) === text.lastIndexOf(quote) ? text.indexOf(quote) : -1;
  if (!quote || at < 0) return null;
  const range = document.createRange();
  const [first, last] = [places[at], places[at + quote.length - 1]];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

function fold(block) {
  const places = [];
  let text = '';
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let offset = 0; offset < node.data.length; offset++) {
      const isBlank = blank.test(node.data[offset]);
      if (isBlank && (text === '' || text.endsWith(' '))) continue;
      text += isBlank ? ' ' : node.data[offset];
      places.push({ node, offset });
    }
  }
  return { text, places };
}
