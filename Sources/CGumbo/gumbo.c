#include "CGumbo.h"

#include <setjmp.h>
#include <stdlib.h>

struct chunk {
    struct chunk *next;
    size_t used, size;
    _Alignas(16) char bytes[];
};

struct gehoor_html {
    struct chunk *chunks;
    size_t left;
    GumboOutput *output;
    jmp_buf too_much;
};

static const size_t usual_chunk = 1 << 16;

static void *take(void *context, size_t size) {
    struct gehoor_html *html = context;
    size = (size + 15) & ~(size_t)15;
    struct chunk *chunk = html->chunks;
    if (chunk == NULL || chunk->size - chunk->used < size) {
        size_t wanted = size > usual_chunk ? size : usual_chunk;
        if (wanted > html->left) longjmp(html->too_much, 1);
        chunk = malloc(sizeof(struct chunk) + wanted);
        if (chunk == NULL) longjmp(html->too_much, 1);
        html->left -= wanted;
        chunk->next = html->chunks;
        chunk->used = 0;
        chunk->size = wanted;
        html->chunks = chunk;
    }
    void *taken = chunk->bytes + chunk->used;
    chunk->used += size;
    return taken;
}

// What gumbo gives back early is kept until the end.
static void keep(void *context, void *memory) {
    (void)context;
    (void)memory;
}

void gehoor_html_free(struct gehoor_html *html) {
    if (html == NULL) return;
    struct chunk *chunk = html->chunks;
    while (chunk != NULL) {
        struct chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    free(html);
}

struct gehoor_html *gehoor_html_read(const char *bytes, size_t length, size_t limit) {
    struct gehoor_html *html = calloc(1, sizeof(struct gehoor_html));
    if (html == NULL) return NULL;
    html->left = limit;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = keep;
    options.userdata = html;
    options.max_errors = 0;
    if (setjmp(html->too_much) != 0) {
        gehoor_html_free(html);
        return NULL;
    }
    html->output = gumbo_parse_with_options(&options, bytes, length);
    return html;
}

const GumboNode *gehoor_html_root(const struct gehoor_html *html) { return html->output->root; }

static const GumboVector *children(const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT: return &node->v.element.children;
    default: return NULL;
    }
}

unsigned gehoor_html_child_count(const GumboNode *node) {
    const GumboVector *vector = children(node);
    return vector == NULL ? 0 : vector->length;
}

const GumboNode *gehoor_html_child(const GumboNode *node, unsigned index) {
    const GumboVector *vector = children(node);
    return vector == NULL || index >= vector->length ? NULL : vector->data[index];
}

// Elements of SVG and MathML are none of ours, whatever they are called.
GumboTag gehoor_html_tag(const GumboNode *node) {
    if (node->type != GUMBO_NODE_ELEMENT) return GUMBO_TAG_LAST;
    return node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML ? node->v.element.tag : GUMBO_TAG_SVG;
}

const char *gehoor_html_text(const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA: return node->v.text.text;
    default: return NULL;
    }
}

const char *gehoor_html_attribute(const GumboNode *node, const char *name) {
    if (node->type != GUMBO_NODE_ELEMENT) return NULL;
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute == NULL ? NULL : attribute->value;
}
