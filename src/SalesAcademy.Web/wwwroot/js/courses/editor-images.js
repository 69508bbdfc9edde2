// Takes an image that is dropped onto the text or pasted, and says where the cursor stands. Without script it is chosen and stands at the end.
const form = document.getElementById('editor');
const part = document.getElementById('add-image');
const { text, image, alt, at } = form.elements;

// What the picture shows is still to be said.
function take(files) {
  const found = [...files].find(file => file.type.startsWith('image/'));
  if (!found) return false;
  const chosen = new DataTransfer();
  chosen.items.add(found);
  image.files = chosen.files;
  part.open = true;
  alt.focus();
  return true;
}

text.addEventListener('paste', event => { if (take(event.clipboardData.files)) event.preventDefault(); });
text.addEventListener('dragover', event => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
text.addEventListener('drop', event => { if (take(event.dataTransfer.files)) event.preventDefault(); });

// A text that nobody has been in has no cursor.
for (const name of ['focus', 'input', 'blur']) text.addEventListener(name, () => { at.disabled = false; });
form.addEventListener('submit', () => { at.value = text.selectionStart; });
