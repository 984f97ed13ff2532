import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.archive.cdxserver.CDXQuery;
import org.archive.cdxserver.CDXServer;
import org.archive.cdxserver.auth.AllAccessAuth;
import org.archive.format.cdx.CDXFile;
import org.archive.url.UrlSurtRangeComputer.MatchType;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.MutablePropertyValues;

/** OpenWayback's CDX server over a sorted file of 11 columns, at a port of this machine: arguments PORT FILE. */
public final class OpenWaybackServer {
    /** Parameters that may come several times. */
    private static final Set<String> LISTS = Set.of("filter", "collapse");

    private final CDXServer index = new CDXServer();

    public static void main(String[] arguments) throws Exception {
        new OpenWaybackServer().serve(Integer.parseInt(arguments[0]), arguments[1]);
    }

    private void serve(int port, String file) throws Exception {
        index.setCdxSource(new CDXFile(file));
        index.setAuthChecker(new AllAccessAuth());
        index.setSurtMode(true);
        index.afterPropertiesSet();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext("/cdx/search/cdx", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parameters = parameters(exchange.getRequestURI().getRawQuery());
            var body = new ByteArrayOutputStream();
            var writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
            var status = new int[] {200};
            index.getCdx(request(parameters), response(exchange, writer, status), query(parameters));
            writer.flush();
            exchange.sendResponseHeaders(status[0], body.size() == 0 ? -1 : body.size());
            body.writeTo(exchange.getResponseBody());
        }
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            parameters
                    .computeIfAbsent(pair[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** What Spring does in OpenWayback's own web application. */
    private static CDXQuery query(Map<String, List<String>> parameters) {
        var query = new CDXQuery();
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(
                (name, all) -> values.put(name, LISTS.contains(name) ? all.toArray(new String[0]) : all.get(0)));
        var match = values.remove("matchType");
        if (match != null) {
            query.setMatchType(MatchType.valueOf((String) match));
        }
        new BeanWrapperImpl(query).setPropertyValues(new MutablePropertyValues(values), true, true);
        return query;
    }

    private static HttpServletRequest request(Map<String, List<String>> parameters) {
        return fake(HttpServletRequest.class, (self, method, given) -> {
            if (method.getName().equals("getParameter") && parameters.containsKey(given[0])) {
                return parameters.get(given[0]).get(0);
            }
            return nothing(method);
        });
    }

    private static HttpServletResponse response(HttpExchange exchange, PrintWriter writer, int[] status) {
        return fake(HttpServletResponse.class, (self, method, given) -> switch (method.getName()) {
            case "getWriter" -> writer;
            case "setStatus" -> {
                status[0] = (Integer) given[0];
                yield null;
            }
            case "setContentType" -> {
                exchange.getResponseHeaders().set("Content-Type", (String) given[0]);
                yield null;
            }
            case "setHeader", "addHeader" -> {
                exchange.getResponseHeaders().set((String) given[0], (String) given[1]);
                yield null;
            }
            default -> nothing(method);
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object nothing(Method method) {
        var type = method.getReturnType();
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
    }
}
