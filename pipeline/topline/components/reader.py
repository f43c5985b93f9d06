"""First component: from a release's own text to the doc of its prose."""

from spacy.language import Language
from spacy.tokens import Doc

from topline.components.attributes import BLOCKS
from topline.components.spans import span_at
from topline.readers import Document, read_source

__all__ = ["ReleaseReader"]


class ReleaseReader:
    """Reads the text as a release, unless the doc was made from a `Document` (by `ReleaseReader.doc`).

    Of a submission with several releases it is the first. The doc that comes out holds the unwrapped prose:
    `span._.source` gives the place in the release's own text.
    """

    def __init__(self, nlp: Language) -> None:
        self._tokenizer = nlp.tokenizer

    def __call__(self, doc: Doc) -> Doc:
        if doc._.document is not None:
            return doc
        return self.doc(read_source(doc.text)[0]) if doc.text.strip() else doc

    def doc(self, document: Document) -> Doc:
        """The doc of a document's prose, with one span a block, of any length."""
        doc: Doc = self._tokenizer(document.prose)
        doc._.document = document
        doc.spans[BLOCKS] = [span_at(doc, b.start, b.end, b.kind) for b in document.blocks]
        return doc
